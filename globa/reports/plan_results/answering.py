"""Whether an expectation was reached: by the figure that answers it, or by the number that somebody wrote with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from globa.indicators import compiled
from globa.indicators.figures import Figure
from globa.indicators.parting import Dimensions, Parted
from globa.indicators.refusals import UnknownIndicator
from globa.planning.plans.results import AchievedResult, ExpectedResult, Meant
from globa.reports.counting import split
from globa.reports.plan_results.results import Answer, Opened, Outcome

Counted = Mapping[tuple[str, Dimensions], Parted]
MORE_IS_SURE = (Meant.AT_LEAST, Meant.MORE_THAN)
"""Who has not recorded could only add to these."""
LESS_IS_SURE = (Meant.AT_MOST, Meant.LESS_THAN)


def asked(expected: ExpectedResult) -> tuple[str, dict[str, str]] | None:
    """The figure that answers it and which part of it; None where there is none, or none that is known any more."""
    try:
        code, where = split(expected.indicator)
    except UnknownIndicator:
        return None
    card = compiled.catalogue().cards.get(code)
    return (code, where) if card and set(where) <= set(card.dimensions) else None


def answer(expected: ExpectedResult, counted: Counted, by_hand: AchievedResult | None, organisations: tuple[str, ...]) -> Answer:
    """`counted` are the figures of the institutions that answer for the line, `organisations` their codes."""
    found = asked(expected)
    if found is None:
        return Answer(expected, _outcome(expected, None, by_hand), None, by_hand)
    code, where = found
    figure = counted[code, tuple(where)].part(tuple(where.values()))
    ((dimension, part),) = where.items() or (("", ""),)
    opened = tuple(Opened(one, code, dimension, part) for one in organisations)
    return Answer(expected, _outcome(expected, figure, by_hand), figure, by_hand, opened)


def _outcome(expected: ExpectedResult, figure: Figure | None, by_hand: AchievedResult | None) -> Outcome:
    if by_hand is not None and by_hand.quantity is not None:
        return _said(expected.met_by(by_hand.quantity))
    if figure is None:
        return Outcome.IN_WORDS
    if figure.value is None:
        return Outcome.NOT_RECORDED
    met = expected.met_by(Decimal(figure.value))
    return _said(met) if met is None or not figure.not_recorded_by or _is_sure(expected, figure, met) else Outcome.NOT_RECORDED


def _said(met: bool | None) -> Outcome:
    return Outcome.NO_TARGET if met is None else Outcome.REACHED if met else Outcome.SHORT


def _is_sure(expected: ExpectedResult, figure: Figure, met: bool) -> bool:
    """Whether it stays so whatever those have who did not record: a count only grows, a share may go either way."""
    return not figure.indicator.is_ratio and expected.comparator in (MORE_IS_SURE if met else LESS_IS_SURE)
