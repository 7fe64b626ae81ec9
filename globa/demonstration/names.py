"""
Names of people who never lived: a given name and a family name drawn apart from each other.

One family has several forms of its name: a man Kazlauskas, his wife Kazlauskienė, their daughter Kazlauskaitė.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

FOLDER = Path(__file__).parent
# Pairs that somebody known bears. They stand here as hashes, so that no real person's name does.
KNOWN = frozenset((FOLDER / "known.txt").read_text().split())
GENITIVE_PLURAL = (("as", "ų"), ("ius", "ių"), ("us", "ų"), ("tis", "čių"), ("dis", "džių"), ("dys", "džių"), ("is", "ių"), ("ys", "ių"))


@dataclass(frozen=True)
class FamilyName:
    """The forms of one family name; `group` says with which given names it goes."""

    base: str
    married: str
    maiden: str
    group: str

    def of(self, sex: str, *, is_married: bool = False) -> str:
        if sex == "male":
            return self.base
        return self.married if is_married else self.maiden

    @property
    def family(self) -> str:
        """Write the family as people say it: Rimkų šeima."""
        for ending, plural in GENITIVE_PLURAL:
            if self.base.endswith(ending):
                return f"{self.base.removesuffix(ending)}{plural} šeima"
        return f"{self.base[:-1]}{'ių' if self.base.endswith('ė') else 'ų'} šeima" if self.base[-1] in "aė" else f"{self.base} šeima"


class Names:
    """Draws names from the list, no full name twice and none that is known."""

    def __init__(self, random: Random, taken: frozenset[str] = frozenset()) -> None:
        self.random = random
        self.taken = set(taken)
        rows = list(csv.DictReader((FOLDER / "names.csv").open(encoding="utf-8")))
        self.families = [_family(row) for row in rows if row["kind"] == "family"]
        self.given: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            if row["kind"] == "given":
                self.given.setdefault((row["sex"], row["group"]), []).append(row["base"])

    def family(self) -> FamilyName:
        return self.random.choice(self.families)

    def full(self, family: FamilyName, sex: str, *, is_grown: bool, is_married: bool = False) -> tuple[str, str]:
        """Return a given name and the right form of the family name."""
        surname = family.of(sex, is_married=is_married)
        choices = self._given_for(family, sex, is_grown)
        fitting = [given for given in choices if f"{given} {surname}" not in self.taken and not is_known(given, surname)]
        given = self.random.choice(fitting)
        self.taken.add(f"{given} {surname}")
        return given, surname

    def _given_for(self, family: FamilyName, sex: str, is_grown: bool) -> list[str]:
        own = self.given[sex, "adult" if is_grown else "child"]
        return own + self.given[sex, "slavic"] if family.group == "slavic" else own


def is_known(given: str, family: str) -> bool:
    return hashlib.sha256(f"{given} {family}".encode()).hexdigest()[:12] in KNOWN


def _family(row: dict[str, str]) -> FamilyName:
    return FamilyName(row["base"], row["feminine_married"], row["feminine_maiden"], row["group"])
