"""
S1 and S2: figures against one ORM aggregate a figure, and evidence against its figure.

Both sides of a pair run one after the other in one transaction as the web's role with its row security, so that
whatever else the machine does disturbs both; the middle of many pairs is what counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from benchmarks.centre.world import CODE
from benchmarks.goals import Goal, at_least, at_most
from benchmarks.orm import PEERS, Asked
from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period

PERIOD = Period.year(2023)
PAIRS = 15
PAGE = 50
BIGGEST = 10


def figures_against_aggregates() -> Goal:
    organisation = Organisation.objects.coded(CODE)
    asked = Asked(organisation, PERIOD)

    def all_figures() -> object:
        return figures.compute([scope_of(organisation, PERIOD)], here())

    def one_by_one() -> object:
        return [peer(asked) for peer in PEERS.values()]

    pairs = _pairs(one_by_one, all_figures)
    return at_least(
        "S1", "the whole set of figures: times faster than one ORM aggregate a figure", _middle(pairs), 4,
        figures=len(PEERS), milliseconds=_milliseconds(pairs, "one ORM aggregate a figure", "the whole set"), ratios=_spread(pairs),
    )  # fmt: skip


def evidence_against_figures() -> Goal:
    """The worst of the figures with the most records behind them. Whoever opens the evidence knows how many there are."""
    computed = figures.compute([scope_of(Organisation.objects.coded(CODE), PERIOD)], here())
    biggest = sorted(computed, key=lambda figure: figure.evidence_count)[-BIGGEST:]
    measured = {figure.code: _evidence_pairs(figure) for figure in biggest}
    worst = max(measured, key=lambda code: _middle(measured[code]))
    return at_most(
        "S2", "the first page of evidence: times its figure's own query", _middle(measured[worst]), 2,
        worst=worst, milliseconds=_milliseconds(measured[worst], "page", "figure"),
        ratios={code: round(_middle(pairs), 2) for code, pairs in measured.items()},
    )  # fmt: skip


def _evidence_pairs(figure: Figure) -> list[tuple[float, float]]:
    return _pairs(
        lambda: figures.evidence(figure.scope, figure.code, here(), limit=PAGE, total=figure.evidence_count),
        lambda: figures.figure(figure.scope, figure.code, here()),
    )


def _pairs(one: Callable[[], Any], other: Callable[[], Any]) -> list[tuple[float, float]]:
    """Warm both, then take them in turns."""
    one(), other()
    return [(_seconds(one), _seconds(other)) for _ in range(PAIRS)]


def _seconds(run: Callable[[], Any]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _middle(pairs: list[tuple[float, float]]) -> float:
    return median(one / other for one, other in pairs)


def _spread(pairs: list[tuple[float, float]]) -> list[float]:
    ratios = sorted(one / other for one, other in pairs)
    return [round(ratios[0], 2), round(ratios[-1], 2)]


def _milliseconds(pairs: list[tuple[float, float]], *names: str) -> dict[str, float]:
    return {name: round(median(pair[place] for pair in pairs) * 1000, 1) for place, name in enumerate(names)}
