"""What a person has to decide before anything is booked, each tied to its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

OUT = "out"
"""The answer that leaves the amounts out."""
ADD = "add"
TAKE = "take"


class About(StrEnum):
    SOURCE = "source"
    ITEM = "item"
    CUT = "cut"
    AMOUNT = "amount"
    DAY = "day"
    CLOSED = "closed"
    ALREADY = "already"
    LINE = "line"
    HIDDEN = "hidden"


@dataclass
class Doubt:
    """
    `choices` are values with their words; without them the answer is typed. `likely` is what the program would say, and never takes.

    `is_open` waits for an answer; a cut amount may stay as it is: that its precision is lost is kept with it. `before` is what a person
    answered to the same in an earlier file: it stands as the answer until somebody changes it. `total` is what the cells add up to.
    """

    key: str
    about: str
    text: str
    said: str
    cells: list[str] = field(default_factory=list)
    choices: tuple[tuple[str, str], ...] = ()
    likely: str = ""
    answer: str = ""
    wrong: str = ""
    is_open: bool = False
    before: str = ""
    total: Decimal = Decimal(0)


@dataclass(frozen=True)
class Check:
    """A sum that the file states beside the one that is counted from its cells. Digits cut away leave both some room."""

    cell: str
    text: str
    stated: Decimal
    counted: Decimal
    agrees: bool

    @property
    def difference(self) -> Decimal:
        return self.stated - self.counted


class Doubts:
    """Found one by one; the same thing in many cells is asked once."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self._found: dict[tuple[str, ...], Doubt] = {}

    def ask(
        self, about: str, what: tuple[str, ...], said: str, cell: str, *,
        choices: tuple[tuple[str, str], ...] = (), likely: str = "", may_stay: bool = False, name: str = "", before: str = "",
    ) -> Doubt:  # fmt: skip
        key = (about, *what)
        if key not in self._found:
            name = name or f"{about}-{sum(1 for one in self._found if one[0] == about) + 1}"
            answer = self._answers.get(name, before).strip()
            self._found[key] = Doubt(
                name, about, what[0], said, [], choices, likely, answer, is_open=not answer and not may_stay, before=before
            )
        self._found[key].cells.append(cell)
        return self._found[key]

    def all(self) -> list[Doubt]:
        order = list(About)
        return sorted(self._found.values(), key=lambda one: (not one.is_open, order.index(About(one.about))))
