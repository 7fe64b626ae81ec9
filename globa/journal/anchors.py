"""
What was sealed, written down outside the database as well: a line a seal, only ever added to.

A chain alone does not notice when all of it is hashed anew or its end is cut off. Whoever can do that in the database does not reach
this file, if it lies on another machine or is copied there (docs/operating.md); the log says the same lines.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from globa.journal.seals import Seal, instant

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Anchor:
    digest: str
    sealed_at: str


def path() -> Path:
    return Path(settings.GLOBA_ANCHOR_FILE)


def write(seal: Seal) -> None:
    """Add one line and wait until it is on the disk."""
    text = f"{seal.number} {seal.digest} {instant(seal.sealed_at)} {seal.count}\n"
    path().parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, text.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    log.info("seal %s", text.strip())


def known() -> dict[int, Anchor]:
    """Return what each line says; a line that is none raises ValueError. Of two lines for one seal the first one counts."""
    found: dict[int, Anchor] = {}
    for text in path().read_text().splitlines() if path().exists() else []:
        number, digest, sealed_at, _count = text.split(" ")
        found.setdefault(int(number), Anchor(digest, sealed_at))
    return found


def last() -> int:
    """The highest number that was ever given; read from the end of a file that may have grown for years."""
    if not path().exists():
        return 0
    with path().open("rb") as file:
        file.seek(max(0, path().stat().st_size - 4096))
        lines = [text for text in file.read().decode().splitlines()[-3:] if text]
    return max((int(text.split(" ")[0]) for text in lines if text.split(" ")[0].isdigit()), default=0)
