"""Results on stdout: JSON for programs, a table for people. Everything else goes to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any


def result(rows: Any, *, as_json: bool) -> None:
    print(as_text(rows) if as_json else table(rows if isinstance(rows, list) else [rows]))


def said(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def progress(done: int, of: int) -> None:
    """On a screen only: where stderr is kept it stays clean of it."""
    if sys.stderr.isatty():
        print(f"\r{done} / {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def as_text(rows: Any) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: Any) -> Any:
    """Decimals as numbers: cents and percents survive the way through a float unharmed."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return "-"
    names = list(rows[0])
    cells = [names, *([_cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(names))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)


def _cell(value: Any) -> str:
    if value is None:
        return "?"
    if isinstance(value, bool):
        return "+" if value else "-"
    return str(_plain(value) if isinstance(value, Decimal) else value)
