"""
Indicators as the running system holds them: cards, and the SQL of their rows per dialect.

Ibis is needed to make these once per version of the declarations; after that they are read from a file, so that a
web process neither imports Ibis nor waits for it. The file is made by a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from globa.indicators import storing
from globa.indicators.card import Card
from globa.indicators.pieces import Compiled
from globa.indicators.refusals import UnknownIndicator
from globa.indicators.version import PACKAGE, version


@cache
def catalogue() -> Compiled:
    """Every indicator of the catalogue, compiled once per version."""
    path = stored_at()
    if kept := _read(path):
        return kept
    text = _made()
    _keep(path, text)
    made: Compiled = storing.loads(text)
    return made


def stored_at() -> Path:
    """In GLOBA_CACHE, else among what the installation keeps (GLOBA_VAR, else var/ beside the code)."""
    kept = os.environ.get("GLOBA_CACHE") or Path(os.environ.get("GLOBA_VAR") or PACKAGE.parent / "var") / "cache"
    return Path(kept) / f"indicators-{version()}.json"


def of(indicators: Iterable[object] | None) -> tuple[Compiled, list[Card]]:
    """The compiled form of codes, cards or declarations; declarations that are not in the catalogue are compiled now."""
    known = catalogue()
    if indicators is None:
        return known, list(known.cards.values())
    wanted = list(indicators)
    codes = [one if isinstance(one, str) else one.code for one in wanted if isinstance(one, str | Card) or _in_catalogue(one)]  # type: ignore[attr-defined]
    if len(codes) == len(wanted):
        return known, [card_of(known, code) for code in codes]
    from globa.indicators.compiling import compiled_now  # Ibis is heavy: only for declarations from outside the catalogue

    made = compiled_now(tuple(wanted))
    return made, list(made.cards.values())


def card_of(known: Compiled, code: str) -> Card:
    try:
        return known.cards[code]
    except KeyError:
        raise UnknownIndicator(code, known.cards) from None


def _in_catalogue(indicator: object) -> bool:
    module = sys.modules.get("globa.indicators.catalogue")
    return module is not None and module.CATALOGUE.get(getattr(indicator, "code", "")) is indicator


def _read(path: Path) -> Compiled | None:
    """A file that is absent or damaged is made anew."""
    try:
        kept: Compiled = storing.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return kept


def _made() -> str:
    if "ibis" in sys.modules:
        from globa.indicators.compiling import compiled_text

        return compiled_text()
    command = [sys.executable, "-m", "globa.indicators.compiling"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=PACKAGE.parent).stdout


def _keep(path: Path, text: str) -> None:
    """Write beside and rename, so that nobody reads half of it; a place that cannot be written only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        for old in path.parent.glob("indicators-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return
