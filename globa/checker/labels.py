"""What labels say of their rows and columns: codes, numbering, parts of the row above, the axis they count along."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from globa.checker.folding import folded, is_of_which, is_total

CODE_HEAD = re.compile(
    r"^(?:eil\.?|nr\.?|kod|klasifik|straipsn|metai$|data\b|tel\.?|telef|lygi|code|number|year|rodiklio kod)|\bkodas\b|\beil\. ?nr"
)
DASHED = re.compile(r"^[-–—•·]\s*\D")
DOTTED_CODE = re.compile(r"^\d+(?:\.\d+)*\.?(?: ?[A-Za-zĄ-ž])?\.?$")
LEADING_CODE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_]{2}")
LONG_CODE = re.compile(r"^(?:\d{5,}(?:\.\d+)?|\d+(?:\.\d+){2,}\.?|\d{4,}\.\d+)(?: ?[A-Z])?$")
CODE_BEHIND = re.compile(r"[\s(](\d{5,}(?:\.\d+)?(?: ?[A-Z])?)\)?$")
AXES = {
    "sex": re.compile(r"mergait|berniuk|moter|vyr[aui]|girl|boy|women|\bmen\b|female|\bmale"),
    "age": re.compile(r"\d+ ?[-–] ?\d+ ?(?:m\b|metu|years)?|\bmetu\b|nuo \d+ m|iki \d+ m|amzi"),
    "municipality": re.compile(r"\bm\.$|\braj\.?|\bsav\.?|savivaldyb|\bm\. sav|rajon"),
}


def is_code_head(head: str) -> bool:
    return bool(CODE_HEAD.search(folded(head)))


def is_codes(texts: Sequence[str]) -> bool:
    """Whether all of these look like codes: 211111, 22111.20 A, 1.2.3."""
    return bool(texts) and all(LONG_CODE.match(text) for text in texts)


def code_behind(label: str) -> str:
    """The code that a label carries at its end, in brackets or below it: Šildymas (22111.20 A)."""
    found = CODE_BEHIND.search(label.strip())
    return found[1] if found else ""


def is_numbering(values: Sequence[Decimal]) -> bool:
    """1, 2, 3 ..., as columns are numbered under their heads."""
    return len(values) >= 3 and values[0] == 1 and all(after - before == 1 for before, after in pairwise(values))


def axis(label: str) -> str:
    """By what a row or column divides its whole, as far as its name tells."""
    words = folded(label)
    return next((name for name, pattern in AXES.items() if pattern.search(words)), "")


def is_short_code(text: str) -> bool:
    """1, 1.1, 2.3 A: a code only under a head that says so."""
    return bool(DOTTED_CODE.match(text))


def leading_code(text: str) -> str:
    """„1.1. Maistas“ is 1.1."""
    found = LEADING_CODE.match(text)
    return found[1] if found else ""


@dataclass(frozen=True)
class Named:
    """What is known of an entry before its parent is: a parent that holds no numbers only heads what follows it."""

    label: str
    code: str
    has_numbers: bool


def nests_in(place: int, entries: Sequence[Named]) -> int | None:
    """The nearest entry above that this one is a part of: by a longer code, by „iš jų“, or by a dash before its label."""
    one = entries[place]
    if is_total(one.label) and not is_of_which(one.label):
        return None
    if one.code:
        return _above(place, entries, lambda other: _is_longer(one.code, other.code))
    if is_of_which(one.label):
        return _above(place, entries, lambda other: not is_of_which(other.label))
    if DASHED.match(one.label):
        return _above(place, entries, lambda other: not DASHED.match(other.label))
    return None


def _above(place: int, entries: Sequence[Named], is_whole: Callable[[Named], bool]) -> int | None:
    found = next((above for above in range(place - 1, -1, -1) if is_whole(entries[above])), None)
    return found if found is not None and entries[found].has_numbers else None


def _is_longer(code: str, shorter: str) -> bool:
    return bool(shorter) and code != shorter and code.startswith(shorter) and not code[len(shorter) : len(shorter) + 1].isdigit()
