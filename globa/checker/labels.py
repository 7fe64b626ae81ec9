"""What labels say of their rows and columns: codes, numbering, parts of the row above, the axis they count along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from globa.checker.folding import folded, is_of_which, is_total

CODE_HEAD = re.compile(r"^(?:eil\.?|nr\.?|kod|klasifik|straipsn|metai$|data\b|tel\.?|telef|lygi|code|number|year|rodiklio kod)|\bkodas\b|\beil\. ?nr")
DASHED = re.compile(r"^[-–—•·]\s*\D")
DOTTED_CODE = re.compile(r"^\d+(?:\.\d+)*\.?(?: ?[A-Za-zĄ-ž])?\.?$")
LONG_CODE = re.compile(r"^(?:\d{5,}(?:\.\d+)?|\d+(?:\.\d+){2,}\.?|\d{4,}\.\d+)(?: ?[A-Z])?$")
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


def is_numbering(values: Sequence[Decimal]) -> bool:
    """1, 2, 3 ... or 2, 3, 4 ..., as columns are numbered under their heads."""
    return len(values) >= 3 and values[0] in (1, 2) and all(after - before == 1 for before, after in zip(values, values[1:], strict=False))


def axis(label: str) -> str:
    """By what a row or column divides its whole, as far as its name tells."""
    words = folded(label)
    return next((name for name, pattern in AXES.items() if pattern.search(words)), "")


def nests_in(place: int, entries: Sequence[tuple[str, str]]) -> int | None:
    """The nearest entry above that this one is a part of: by a longer code, by „iš jų“, or by a dash before its label."""
    label, code = entries[place]
    if place == 0 or (is_total(label) and not is_of_which(label)):
        return None
    if code:
        return next((above for above in range(place - 1, -1, -1) if _is_longer(code, entries[above][1])), None)
    if is_of_which(label):
        return _parent_of_which(place, entries)
    if DASHED.match(label):
        return next((above for above in range(place - 1, -1, -1) if not DASHED.match(entries[above][0])), None)
    return None


def _is_longer(code: str, shorter: str) -> bool:
    return bool(shorter) and code != shorter and code.startswith(shorter) and not code[len(shorter) : len(shorter) + 1].isdigit()


def _parent_of_which(place: int, entries: Sequence[tuple[str, str]]) -> int | None:
    return next((above for above in range(place - 1, -1, -1) if not is_of_which(entries[above][0])), None)
