"""What was expected beside what came: the target in words, the number that answers it with where it is from, and whether it is enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from globa.indicators.disclosure import Shown, seen_by
from globa.planning.plans.results import AchievedResult, ExpectedResult, Meant
from globa.reports.plan_results.results import Answer, Opened, Outcome
from globa.reports.writing.numbers import number
from globa.web.figures.living import READER
from globa.web.figures.living import STATES as STATE_OF
from globa.web.figures.places import slug
from globa.web.numbers import Number, State

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


STATES: dict[Outcome, tuple[str | Promise, str] | None] = {
    Outcome.REACHED: REACHED,
    Outcome.SHORT: SHORT,
    Outcome.NOT_RECORDED: NOT_RECORDED,
    Outcome.NO_TARGET: None,
    Outcome.IN_WORDS: None,
}


@dataclass(frozen=True)
class Answered:
    """
    One expectation with what came of it. A number by hand stands in the place of the one that records make, and says why.

    `answer` is what the records say; None where nothing was counted for the page.
    """

    expected: ExpectedResult
    by_hand: AchievedResult | None = None
    answer: Answer | None = None

    @property
    def target(self) -> str:
        return target_of(self.expected)

    @property
    def counts(self) -> str:
        """What the target counts: “children, in foster care”."""
        return ", ".join(part for part in (self.expected.unit, self.expected.population) if part)

    @property
    def counted(self) -> Number | None:
        """Of one institution it leads to its records; of several each is named with its own."""
        figure = self.answer.figure if self.answer else None
        if figure is None:
            return None
        unit = figure.indicator.unit
        if figure.value is None:
            return Number(None, unit, STATE_OF.get(figure.state, State.NOT_RECORDED))
        if seen_by(READER, figure) is not Shown.SHOWN:
            return Number(None, unit, State.HIDDEN)
        return Number(figure.value, unit, records=self.opened[0][1] if len(self.opened) == 1 else "")

    @property
    def opened(self) -> list[tuple[str, str]]:
        """The codes of institutions, each with the address of the records there."""
        period = slug(self.answer.figure.scope.period) if self.answer and self.answer.figure else ""
        return [(one.organisation, _records(one, period)) for one in self.answer.opened] if self.answer else []

    @property
    def tag(self) -> tuple[str | Promise, str] | None:
        """A target that nothing answers is not recorded; of words alone nobody can say whether they were reached."""
        if self.expected.quantity is None:
            return None
        if self.answer is not None and self.answer.outcome is not Outcome.IN_WORDS:
            return STATES[self.answer.outcome]
        met = self.expected.met_by(self.by_hand.quantity if self.by_hand else None)
        return NOT_RECORDED if met is None else REACHED if met else SHORT

    @property
    def quantity(self) -> str:
        found = self.by_hand.quantity if self.by_hand else None
        return "" if found is None else number(found.normalize() + 0)


def _records(one: Opened, period: str) -> str:
    address = reverse("figures-records", args=[one.organisation, period, one.code])
    return f"{address}?{urlencode({one.dimension: one.part})}" if one.dimension else address


@dataclass(frozen=True)
class Sentence:
    """What one sentence of the plan expects, in as many targets as it has numbers."""

    text: str
    answered: list[Answered]


def by_sentence(answered: Iterable[Answered]) -> list[Sentence]:
    found: list[Sentence] = []
    for one in answered:
        if found and found[-1].text == one.expected.text:
            found[-1].answered.append(one)
        else:
            found.append(Sentence(one.expected.text, [one]))
    return found


@dataclass(frozen=True)
class Told:
    """What was written of a line and answers no expectation, with the numbers that were read out of it."""

    text: str
    reason: str
    numbers: list[str]
    proofs: list[AchievedResult] = field(default_factory=list)


def told_together(results: Iterable[AchievedResult]) -> list[Told]:
    """A sentence that holds several numbers was kept once for each, and is shown once."""
    found: dict[tuple[str, str], Told] = {}
    for one in results:
        told = found.setdefault((one.text, one.reason), Told(one.text, one.reason, []))
        told.proofs.extend([one] if one.file_id or one.paper_id else [])
        numbers = told.numbers
        if one.quantity is not None:
            counts = ", ".join(part for part in (one.unit, one.population) if part)
            numbers.append(f"{number(one.quantity.normalize() + 0)} ({counts})" if counts else number(one.quantity.normalize() + 0))
    return list(found.values())
