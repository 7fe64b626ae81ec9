"""Whether every figure says what its hand-written peer says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.orm import PEERS, Asked
from benchmarks.orm.asked import Answer
from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.journal.operations import counting
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period


@dataclass(frozen=True)
class Disagreement:
    code: str
    period: Period
    counted: Answer
    by_hand: Answer

    def __str__(self) -> str:
        return f"{self.code} in {self.period}: counted {self.counted}, by hand {self.by_hand}"


def disagreements(organisation: Organisation, periods: Sequence[Period]) -> list[Disagreement]:
    """Compare all figures that the organisation records; runs in the open transaction, for whoever acts in it."""
    return [
        Disagreement(figure.code, period, _answer(figure), by_hand)
        for period in periods
        for figure in figures.compute([scope_of(organisation, period)], here())
        if figure.recorded and (by_hand := _by_hand(figure.code, organisation, period)) != _answer(figure)
    ]


def _by_hand(code: str, organisation: Organisation, period: Period) -> Answer:
    """As figures are counted: over all rows of the organisation, whoever asks."""
    with counting():
        return PEERS[code](Asked(organisation, period))


def without_peer() -> set[str]:
    from globa.indicators import compiled

    return set(compiled.catalogue().cards) ^ set(PEERS)


def _answer(figure: Figure) -> Answer:
    return (figure.of, figure.to) if figure.indicator.is_ratio else figure.value
