"""
What does not agree in a report or plan: Word, a workbook, OpenDocument, PDF or text. Needs no database and keeps nothing.

Ends with 0 where nothing contradicts anything (what is only suspicious is told), with 1 where something does, with 2 where it was not read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.language import translator
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NoSuchFile(Refusal):
    def __init__(self, path: Path) -> None:
        super().__init__(_("There is no file “%(path)s”, so nothing was checked."), path=path)


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("check-document", " ".join((__doc__ or "").split()))
    parser.add_argument("path", metavar="FILE", type=Path)
    parser.add_json()
    asked = parser.parse_args(arguments)
    if not asked.path.is_file():
        raise NoSuchFile(asked.path)
    from globa.checker import saying, telling
    from globa.checker.checking import check
    from globa.checker.finding import Severity
    from globa.documents.apart import read_apart

    found = check(read_apart(asked.path, told=_told))
    translate = translator()
    print(printing.as_text(saying.as_json(found, translate)) if asked.as_json else "\n".join(telling.lines(found, translate)))
    return int(any(one.severity == Severity.CONTRADICTION for one in found))


def _told(done: int, of: int) -> None:
    """On a screen only: a file of the output stays clean of it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} / {of}{chr(10) if done == of else ''}")
        sys.stderr.flush()
