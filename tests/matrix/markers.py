"""
Words that stand in nothing but one child's records, so that a page that shows one has shown the child.

The word says of what it is: `Vard` a name, `Mokyk` a school; the number says of which child.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum.lt import asmens

BORN = date(2012, 3, 4)


class Of(StrEnum):
    """Of what a marker is; which role may read it of an open file, says expected/read.csv."""

    NAME = "Vard"
    OTHER_NAME = "Kita"
    HOME = "Namq"
    SCHOOL = "Mokyk"
    PAPER = "Dokum"
    NOTE = "Pastab"
    PSYCHOLOGIST = "Uzrasas"
    PLAN = "Planas"
    CODE = "code"


WRITTEN = [one for one in Of if one is not Of.CODE]
MARKER = re.compile(rf"({'|'.join(WRITTEN)})(\d\d)x|(?<!\d)([3-6]\d{{10}})(?!\d)", re.IGNORECASE)


def marker(of: Of, number: int) -> str:
    return f"{of.value}{number:02d}x"


def personal_code(number: int) -> str:
    """A true one: the marker is the whole of it."""
    begins = f"5{BORN:%y%m%d}{number:03d}"
    return next(code for digit in range(10) if asmens.is_valid(code := f"{begins}{digit}"))


@dataclass(frozen=True)
class Found:
    """What of which child stands in a text."""

    of: Of
    number: int


CODES: Mapping[str, int] = {personal_code(number): number for number in range(100)}


def markers_in(text: str) -> set[Found]:
    found = set()
    for word, number, code in MARKER.findall(text):
        if code and code in CODES:
            found.add(Found(Of.CODE, CODES[code]))
        elif word:
            found.add(Found(Of(word.capitalize()), int(number)))
    return found
