"""
S1 and S2: figures against one ORM aggregate a figure, and evidence against its figure.

Both sides of a pair run one after the other in one transaction as the web's role with its row security; the middle of
many pairs is what counts. Compared is the work of this process and of its database, which is the time that passes on a
machine that does nothing else; the time that did pass stands beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connection

from benchmarks.centre.world import CODE
from benchmarks.goals import Goal, at_least, at_most
from benchmarks.orm import PEERS, Asked
from globa.indicators import figures
from globa.indicators.figures import Figure
from globa.journal.operations import counting
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period

PERIOD = Period.year(2023)
PAIRS = 15
PAGE = 50
BIGGEST = 10


@dataclass(frozen=True)
class Taken:
    """Seconds of work, and seconds that passed."""

    work: float
    passed: float


Pair = tuple[Taken, Taken]


def figures_against_aggregates() -> Goal:
    organisation = Organisation.objects.coded(CODE)
    asked = Asked(organisation, PERIOD)

    def all_figures() -> object:
        return figures.compute([scope_of(organisation, PERIOD)], here())

    def one_by_one() -> object:
        with counting():  # over the same rows as figures are counted, not only those that the reader is shown
            return [peer(asked) for peer in PEERS.values()]

    taken = pairs(one_by_one, all_figures)
    found = sorted(ratios(taken))
    return at_least(
        "S1", "the whole set of figures: times faster than one ORM aggregate a figure", median(found), 4,
        figures=len(PEERS), lowest=round(found[0], 2), highest=round(found[-1], 2),
        milliseconds=milliseconds(taken, "one ORM aggregate a figure", "the whole set"),
    )  # fmt: skip


def evidence_against_figures() -> Goal:
    """The worst of the figures with the most records behind them. Whoever opens the evidence knows how many there are."""
    computed = figures.compute([scope_of(Organisation.objects.coded(CODE), PERIOD)], here())
    biggest = sorted(computed, key=lambda figure: figure.evidence_count)[-BIGGEST:]
    measured = {figure.code: _evidence_pairs(figure) for figure in biggest}
    times = {code: round(median(ratios(taken)), 2) for code, taken in measured.items()}
    worst = max(times, key=lambda code: times[code])
    return at_most(
        "S2", "the first page of evidence: times its figure's own query", times[worst], 2,
        worst=worst, milliseconds=milliseconds(measured[worst], "page", "figure"), ratios=times,
    )  # fmt: skip


def _evidence_pairs(figure: Figure) -> list[Pair]:
    return pairs(
        lambda: figures.evidence(figure.scope, figure.code, here(), limit=PAGE, total=figure.evidence_count),
        lambda: figures.figure(figure.scope, figure.code, here()),
    )


def pairs(one: Callable[[], Any], other: Callable[[], Any]) -> list[Pair]:
    """Warm both, then take them in turns."""
    one(), other()
    return [(_taken(one), _taken(other)) for _ in range(PAIRS)]


def _taken(run: Callable[[], Any]) -> Taken:
    database = _work_of_database()
    worked, began = time.process_time(), time.perf_counter()
    run()
    worked, passed = time.process_time() - worked, time.perf_counter() - began
    after = _work_of_database()
    return Taken(passed if database is None or after is None else worked + after - database, passed)


def _work_of_database() -> float | None:
    """Seconds that the process at the other end of the connection has worked; only Linux tells."""
    number: int = connection.connection.info.backend_pid
    try:
        return int(Path(f"/proc/{number}/schedstat").read_text().split()[0]) / 1e9
    except (OSError, ValueError):
        return None


def ratios(taken: list[Pair]) -> list[float]:
    return [one.work / other.work for one, other in taken]


def milliseconds(taken: list[Pair], *names: str) -> dict[str, dict[str, float]]:
    """The middle of each side."""
    return {
        name: {kind: round(median(getattr(pair[place], kind) for pair in taken) * 1000, 1) for kind in ("work", "passed")}
        for place, name in enumerate(names)
    }
