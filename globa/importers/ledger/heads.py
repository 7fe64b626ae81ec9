"""Which column holds what: by the stem of its head in Lithuanian or English, and by what stands below it; never by its position."""

from __future__ import annotations

import re
from collections.abc import Sequence

from globa.checker.folding import folded

# The first that fits has the column: “dokumento data” is a day, “finansavimo šaltinio kodas” a source.
ROLES = (
    ("day", re.compile(r"\bdata\b|\bdiena\b|\bdate\b|\bday\b|booked on")),
    ("debit", re.compile(r"\bdebet|\bdebit")),
    ("credit", re.compile(r"\bkredit|\bcredit")),
    ("document", re.compile(r"dokument|\bdok\b|saskait\w* (?:fakt|nr)|\bdocument|invoice")),
    ("source", re.compile(r"finansav\w* saltin|saltin|\bles(?:os|u)\b|funding|\bsource")),
    ("item", re.compile(r"ekonom|klasifik|straipsn|\bitem\b|economic")),
    ("centre", re.compile(r"kast\w* centr|cost cent|padalin|istaig|priemon|\bmeasure\b|department")),
    ("programme", re.compile(r"program")),
    ("project", re.compile(r"projekt|\bproject")),
    ("basis", re.compile(r"pagrind|\bbasis\b|islaidu rusis")),
    ("about", re.compile(r"turin|aprasym|paskirt|paaiskin|pastab|pavadinim|description|about|text")),
    ("amount", re.compile(r"\bsum(?:a|os)\b|apyvart|\bamount|\beur(?:ai|as|ais|u)?\b|islaid")),
)
NEEDED = ("item", "source")
CODED = re.compile(r"\(\s*([\w.\-/ ]*\d[\w.\-/ ]*)\s*\)|\b(\d{2,6})\b")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
BASES = (
    ("plan", re.compile(r"\bplan|patvirtint|asignavim")),
    ("accrual", re.compile(r"faktin|kaupim|sanaud|accru")),
    ("cash", re.compile(r"kasin|\bcash\b|apmoket")),
)
OF_PROGRAMMES = re.compile(r"projekt|program")
ITEM_CODE = re.compile(r"\d(?:[. ]?\d){4,}(?:[. ]\d{1,2})?(?: ?[A-Z]| ?[a-z])?")


def role_of(head: str) -> str:
    words = folded(head)
    return next((role for role, pattern in ROLES if pattern.search(words)), "")


def roles_of(heads: Sequence[str]) -> dict[str, int]:
    """The first column of each role."""
    found: dict[str, int] = {}
    for number, head in enumerate(heads):
        if (role := role_of(head)) and role not in found:
            found[role] = number
    return found


def is_list(heads: Sequence[str]) -> bool:
    """A head over a list of entries names one column of sources and where the amount stands; a table has a column for each source."""
    named = [role_of(head) for head in heads]
    has_amount = "amount" in named or {"debit", "credit"} & set(named)
    return bool(has_amount) and set(NEEDED) <= set(named) and named.count("source") == 1


def code_in(head: str) -> str:
    """The treasury's code in the head of a column: in brackets, or a number by itself."""
    found = CODED.search(head)
    return (found[1] or found[2]).strip() if found else ""


def year_in(texts: Sequence[str]) -> int | None:
    """The only year that a title names."""
    years = {int(found) for text in texts for found in YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def basis_in(text: str) -> str:
    """“cash”, “accrual” or “plan”, where the words say it; "" where they do not."""
    words = folded(text)
    return next((basis for basis, pattern in BASES if pattern.search(words)), "")


def is_item_code(text: str) -> bool:
    return bool(ITEM_CODE.fullmatch(text.strip()))
