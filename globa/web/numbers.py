"""A number as a page shows it: its state, its unit and the way down to its records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from django.utils.translation import gettext as _

from globa.reports.writing.numbers import Amount, number
from globa.reports.writing.units import amount, unit_name
from globa.vocabulary.unit import Unit


class State(Enum):
    """Unknown, nothing, hidden and zero are four different answers, and look so."""

    LIVE = "live"
    NOTHING = "nothing"
    NOT_RECORDED = "not recorded"
    NOT_RECEIVED = "not received"
    NOT_DEFINED = "not defined"
    HIDDEN = "hidden"
    BY_HAND = "by hand"


@dataclass(frozen=True)
class Number:
    """
    `records` is the address of the rows behind it, `definition` of what unfolds below it.

    `contradicts` and `moved` are sentences for readers who cannot see the sign; empty where all is well.
    `of` and `to` are the two numbers of a share.
    """

    value: Amount | None
    unit: Unit = Unit.UNITS
    state: State = State.LIVE
    records: str = ""
    definition: str = ""
    contradicts: str = ""
    moved: str = ""
    of: Amount | None = None
    to: Amount | None = None

    @property
    def shown(self) -> str:
        if self.state is State.LIVE or self.state is State.BY_HAND:
            return "" if self.value is None else amount(self.unit, self.value)
        return f"{self.sign} {self.words}"

    @property
    def sign(self) -> str:
        return SIGNS.get(self.state, "")

    @property
    def words(self) -> str:
        """What the sign means, for the eye or for the ear."""
        return {
            State.NOTHING: _("none"),
            State.NOT_RECORDED: _("not recorded"),
            State.NOT_RECEIVED: _("not received"),
            State.NOT_DEFINED: _("not defined then"),
            State.HIDDEN: _("hidden"),
            State.BY_HAND: _("typed by hand"),
        }.get(self.state, "")

    @property
    def unit_name(self) -> str:
        return unit_name(self.unit, self.value) if self.is_known and self.value is not None else ""

    @property
    def share(self) -> str:
        """The two numbers behind a share: “12 / 41”."""
        if not self.is_known or self.of is None or self.to is None:
            return ""
        return f"{number(self.of)}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}{number(self.to)}"

    @property
    def is_known(self) -> bool:
        return self.state in (State.LIVE, State.BY_HAND) and self.value is not None

    @property
    def warning(self) -> str:
        return self.contradicts or self.moved

    @property
    def classes(self) -> str:
        kinds = {"bad": self.contradicts, "moved": self.moved and not self.contradicts, "hand": self.state is State.BY_HAND}
        return " ".join(["fig", *(f"fig--{kind}" for kind, present in kinds.items() if present)])

    def leading_to(self, records: str, definition: str = "") -> Self:
        return replace(self, records=records, definition=definition)


SIGNS = {
    State.NOTHING: "–",
    State.NOT_RECORDED: "?",
    State.NOT_RECEIVED: "?",
    State.NOT_DEFINED: "–",
    State.HIDDEN: "•",
}
