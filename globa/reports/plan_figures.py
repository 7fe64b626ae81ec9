"""
The figures of a plan: money planned and used, told apart by where in the plan it stands and by who pays.

They are named in texts and tables as other figures are, {plan-money.used[source=SAV]}, but they are counted over the rows of one plan
and not over facts: see `counting`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from globa.reports.document import FigureKey
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

PLANNED, USED, OF_YEAR, REACHED = "plan-money.planned", "plan-money.used", "plan-money.of-year", "plan-result.reached"
TREE = ("goal", "objective", "measure", "line")
PAYING = ("source", "column")


@dataclass(frozen=True)
class PlanFigure:
    """A declaration; `dimensions` are what it may be told apart by."""

    code: str
    title: str
    means: str
    dimensions: tuple[str, ...]
    unit: Unit = Unit.EUROS

    @property
    def fingerprint(self) -> str:
        """Of what it means: a signed figure keeps it."""
        return sha256("\n".join((self.code, self.means, *self.dimensions)).encode()).hexdigest()

    def has(self, where: Mapping[str, str]) -> bool:
        return set(where) <= set(self.dimensions)


_ALL = (
    PlanFigure(
        PLANNED,
        _("Money planned"),
        _("Sums of the plan in force, by its lines. A part of an amount is never added to it; where no sum is known, nothing is added."),
        (*TREE, *PAYING),
    ),
    PlanFigure(
        USED,
        _("Money used"),
        _("Cash entries of the ledger on the lines of the plan."),
        (*TREE, *PAYING),
    ),
    PlanFigure(
        OF_YEAR,
        _("Money used in the year"),
        _(
            "What was used of the plan's lines, together with what activities beside the plan cost; of an earlier year that has no plan "
            "here, what its document says."
        ),
        PAYING,
    ),
    PlanFigure(
        REACHED,
        _("Result reached"),
        _("What the records say to an expected result of the plan, counted as the expected result declares it."),
        ("expected",),
        Unit.UNITS,
    ),
)
FIGURES: Mapping[str, PlanFigure] = {one.code: one for one in _ALL}


def is_of_a_plan(key: FigureKey) -> bool:
    """Whether the key names a figure of a plan, told apart by what it may be."""
    figure = FIGURES.get(key.code)
    return figure is not None and figure.has(key.where)
