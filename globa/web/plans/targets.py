"""What was expected beside what came: the target in words, the number that answers it with where it is from, and whether it is enough."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from globa.planning.plans.results import AchievedResult, ExpectedResult, Meant
from globa.reports.writing.numbers import number
from globa.web.numbers import Number

REACHED: tuple[str | Promise, str] = (pgettext_lazy("of a target", "reached"), "")
SHORT: tuple[str | Promise, str] = (pgettext_lazy("of a target", "not as expected"), "amber")
NOT_RECORDED: tuple[str | Promise, str] = (pgettext_lazy("of a target", "not recorded"), "line")


def target_of(expected: ExpectedResult) -> str:
    """“about 40”, “at least 5”, “40–50”; nothing where only words are expected."""
    if expected.quantity is None:
        return ""
    least = number(expected.quantity.normalize() + 0)
    words = {
        Meant.EXACTLY: "%(number)s",
        Meant.ABOUT: _("about %(number)s"),
        Meant.AT_LEAST: _("at least %(number)s"),
        Meant.AT_MOST: _("at most %(number)s"),
        Meant.MORE_THAN: _("more than %(number)s"),
        Meant.LESS_THAN: _("less than %(number)s"),
        Meant.RANGE: "%(number)s–%(until)s",
    }[Meant(expected.comparator)]
    return words % {"number": least, "until": number((expected.until or Decimal(0)).normalize() + 0)}


@dataclass(frozen=True)
class Answered:
    """
    One expectation with what came of it. A number by hand stands in the place of the one that records make, and says why.

    `counted` is the number of the records; None where no figure answers the expectation.
    """

    expected: ExpectedResult
    by_hand: AchievedResult | None = None
    counted: Number | None = None

    @property
    def target(self) -> str:
        return target_of(self.expected)

    @property
    def reached(self) -> Decimal | None:
        if self.by_hand is not None and self.by_hand.quantity is not None:
            return self.by_hand.quantity
        value = self.counted.value if self.counted and self.counted.is_known else None
        return None if value is None else Decimal(value)

    @property
    def tag(self) -> tuple[str | Promise, str] | None:
        """Nothing where only words are expected: nobody can say of a sentence whether it was reached."""
        if self.expected.quantity is None:
            return None
        met = self.expected.met_by(self.reached)
        return NOT_RECORDED if met is None else REACHED if met else SHORT

    @property
    def quantity(self) -> str:
        found = self.by_hand.quantity if self.by_hand else None
        return "" if found is None else number(found.normalize() + 0)
