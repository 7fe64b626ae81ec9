"""What must come out, as tables that a person reads; nothing in this folder knows the policy of the program."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.matrix.markers import Of
from tests.matrix.world import NOBODY, WITHOUT, Child, Lives, Relation

FOLDER = Path(__file__).parent
OPEN = "open"
"""The part of the program that is there before anybody is signed in."""


@dataclass(frozen=True)
class Page:
    """One line of pages.csv. `route` is what stands before the question mark."""

    page: str
    part: str
    about: str
    needs: str
    get: tuple[str, ...]
    post: tuple[str, ...]
    must: bool
    closed: str

    @property
    def route(self) -> str:
        return self.page.partition("?")[0]

    @property
    def variant(self) -> str:
        return self.page.partition("?")[2]

    @property
    def is_switched_off(self) -> bool:
        """A page of a library that is not used here: it answers nobody, by whatever method."""
        return self.part == OPEN and self.get == self.post == ("404",)

    @property
    def is_about_a_child(self) -> bool:
        return self.needs != "-"


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (FOLDER / f"{name}.csv").read_text().splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


@cache
def pages() -> tuple[Page, ...]:
    return tuple(
        Page(
            row["page"], row["part"], row["about"], row["needs"], tuple(row["get"].split("|")), tuple(row["post"].split("|")),
            row["must"] == "name", row["closed"],
        )
        for row in _rows("pages")
    )  # fmt: skip


@cache
def _opened() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["relation"], row["lives"]): row for row in _rows("opened")}


@cache
def _comes_in() -> dict[str, dict[str, str]]:
    return {row["part"]: row for row in _rows("comes_in")}


@cache
def _read() -> dict[str, dict[str, str]]:
    return {row["of"]: row for row in _rows("read")}


def opened(relation: Relation, lives: Lives, role: str) -> str:
    """f, n or -; nobody is opened to whoever is appointed nowhere."""
    return "-" if role in (NOBODY, WITHOUT) else _opened()[relation.value, lives.value][role]


def comes_in(part: str, role: str) -> bool:
    return part == OPEN or (role != NOBODY and _comes_in()[part][role] == "y")


def is_enough(level: str, needed: str) -> bool:
    return needed == "-" or level == "f" or (level == "n" and needed == "n")


def may_read(of: Of, child: Child, role: str, level: str) -> bool:
    """Whether such a marker of the child may stand on any page at all."""
    if of is Of.NAME or (of is Of.HOME and level == "n"):
        return level in ("f", "n")  # where a child of the centre lives is part of the status
    if level != "f":
        return False
    said = _read()[of.name.lower()][role]
    return said == "y" or (said == "e" and child.relation is Relation.EMERGENCY)


def sees_organisation(code: str, role: str) -> bool:
    """Everybody works at the centre or above it; only the national service stands above the other institution too."""
    return role not in (NOBODY, WITHOUT) and (code == "centre" or role == "national_officer")


def works_at_the_centre(role: str) -> bool:
    """What is still being written is for those who work there, not for those above."""
    return role not in (NOBODY, WITHOUT, "municipal_clerk", "national_officer")
