"""Which column of an opening table holds what: by the stems of its head in Lithuanian or English, never by its position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from globa.checker.folding import folded

# The first that fits has the column: “atvykimo data” is a day and “iš kur atvyko” is not.
ROLES = (
    ("personal_code", re.compile(r"asmens kod|^a\.? ?k\b|personal code|identity code")),
    ("birth_date", re.compile(r"^gim(?!\w* viet)|\bgimimo (?:data|dien)|date of birth|birth ?(?:date|day)|^born")),
    ("municipality", re.compile(r"savivald|municipal")),
    ("since", re.compile(r"\bnuo\b|apgyvend|atvyk\w* (?:data|dien)|\bsince\b|date of arrival")),
    ("origin", re.compile(r"is kur|atvyk|kilme|origin|came from|from where")),
    ("bed", re.compile(r"\blov\w*|\bbed\b")),
    ("home", re.compile(r"\bnam(?:ai|u|as|o|uose)\b|seimyn|gyvenam|kur gyven|\bhome\b|\bplace\b|dwelling")),
    ("sex", re.compile(r"\blyt(?:is|ies)\b|\bsex\b|gender")),
    ("name", re.compile(r"vard\w*\W.*pavard|pavard\w*\W.*vard|name and (?:sur|family)|full name|^name$|^vaikas$|^child$")),
    ("family_name", re.compile(r"pavard|family name|surname|last name")),
    ("given_name", re.compile(r"^vard|given name|first name")),
)
NAMED = ({"name"}, {"given_name", "family_name"})
NEEDED = ("home", "since")
LEAST = 3
"""A row in which fewer columns are known is no head."""


@dataclass(frozen=True)
class Columns:
    """`unread` are the heads of columns that mean nothing here; they are told and left alone."""

    of: dict[str, int]
    unread: tuple[str, ...]

    @classmethod
    def in_head(cls, texts: Sequence[str]) -> Columns | None:
        """None for a row that is no head."""
        of: dict[str, int] = {}
        unread = []
        for number, text in enumerate(texts):
            role = role_of(text)
            if role is None or role in of:
                unread.append(text)
            else:
                of[role] = number
        return cls(of, tuple(text for text in unread if text)) if len(of) >= LEAST else None

    @property
    def missing(self) -> list[str]:
        """Without these no row could become a record."""
        lacking = [role for role in NEEDED if role not in self.of]
        return lacking if any(names <= self.of.keys() for names in NAMED) else ["name", *lacking]


def role_of(text: str) -> str | None:
    words = folded(text)
    return next((role for role, pattern in ROLES if pattern.search(words)), None)
