"""
Equations between figures. A report that breaks one is not signed without a written reason.

They hold whatever the records are, as long as the records cannot be untrue: a broken one shows rows that are missing,
counted twice, or counted by two different rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.indicators.figures import Breakdown, Figure, Number
from globa.vocabulary.words import message as _


@dataclass(frozen=True)
class Equation:
    """The sum of `plus` without the sum of `minus` is `equals`; all are codes of indicators."""

    code: str
    says: str
    plus: tuple[str, ...]
    equals: str
    minus: tuple[str, ...] = ()


@dataclass(frozen=True)
class WholeOfParts:
    """The parts of the indicator by the dimension, the rest among them, make the whole."""

    indicator: str
    dimension: str
    says: str

    @property
    def code(self) -> str:
        return f"{self.indicator}.by-{self.dimension}"


@dataclass(frozen=True)
class Broken:
    """An equation that does not hold: what stands on its two sides, and the numbers that make up the first."""

    identity: Equation | WholeOfParts
    made: Number
    expected: Number
    numbers: tuple[tuple[str, Number], ...]

    @property
    def difference(self) -> Number:
        return self.made - self.expected

    @property
    def arithmetic(self) -> str:
        """As one checks it by hand: 33 + 6 - 14 = 25, not 43."""
        signs = dict.fromkeys(getattr(self.identity, "minus", ()), "-")
        terms = " ".join(f"{signs.get(code, '+')} {number}" for code, number in self.numbers).removeprefix("+ ")
        return f"{terms} = {self.made} ≠ {self.expected}"


COMES_AND_GOES = _("What was there at the start, with what came and without what left, is what is there at the end.")
BY_SEX = _("Girls, boys and those whose sex is not recorded are all.")
PLACES_ADD_UP = _("Community homes and the foster centre together are all.")
BY_GROUP = _("The groups of posts together are all posts.")
BY_PART = _("The parts together are the whole.")
SAME_TIME = _("Both kinds of guardianship together are all guardianships.")

EQUATIONS = (
    Equation(
        "homes.balance", COMES_AND_GOES, ("homes.children-at-opening", "homes.arrivals"), "homes.children-at-closing", ("homes.departures",)
    ),
    Equation(
        "foster-centre.children-balance",
        COMES_AND_GOES,
        ("foster-centre.children-with-on-duty-carers-at-opening", "foster-centre.on-duty-arrivals"),
        "foster-centre.children-with-on-duty-carers-at-closing",
        ("foster-centre.on-duty-departures",),
    ),
    Equation(
        "foster-centre.contracts-balance",
        COMES_AND_GOES,
        ("foster-centre.contracts-at-opening", "foster-centre.contracts-begun"),
        "foster-centre.contracts-at-closing",
        ("foster-centre.contracts-ended",),
    ),
    Equation(
        "foster-centre.guardianships-balance",
        COMES_AND_GOES,
        ("foster-centre.guardianships-at-opening", "foster-centre.guardianships-begun"),
        "foster-centre.guardianships-at-closing",
        ("foster-centre.guardianships-ended",),
    ),
    Equation(
        "foster-centre.cases-balance",
        COMES_AND_GOES,
        ("foster-centre.supervision-cases-at-opening", "foster-centre.supervision-cases"),
        "foster-centre.supervision-cases-at-closing",
        ("foster-centre.supervision-cases-closed",),
    ),
    Equation(
        "staff.posts-balance",
        COMES_AND_GOES,
        ("staff.filled-posts-at-opening", "staff.posts-begun"),
        "staff.filled-posts-at-closing",
        ("staff.posts-ended",),
    ),
    Equation("homes.by-sex", BY_SEX, ("homes.girls", "homes.boys", "homes.sex-not-known"), "homes.children-at-closing"),
    Equation("occupancy.by-sex", BY_SEX, ("occupancy.girls", "occupancy.boys", "occupancy.sex-not-known"), "occupancy.children"),
    Equation("occupancy.by-place", PLACES_ADD_UP, ("occupancy.children-in-homes", "occupancy.children-with-carers"), "occupancy.children"),
    Equation(
        "occupancy.by-sex-at-closing",
        BY_SEX,
        ("occupancy.girls-at-closing", "occupancy.boys-at-closing", "occupancy.sex-not-known-at-closing"),
        "occupancy.children-at-closing",
    ),
    Equation(
        "occupancy.by-place-at-closing",
        PLACES_ADD_UP,
        ("homes.children-at-closing", "foster-centre.children-with-on-duty-carers-at-closing"),
        "occupancy.children-at-closing",
    ),
    Equation(
        "foster-centre.guardianships-by-kind",
        SAME_TIME,
        ("foster-centre.temporary-guardianships", "foster-centre.permanent-guardianships"),
        "foster-centre.guardianships-at-closing",
    ),
    Equation("staff.posts-by-group", BY_GROUP, ("staff.social-work-posts", "staff.administration-posts"), "staff.filled-posts-at-closing"),
)
WHOLES = tuple(
    WholeOfParts(indicator, dimension, BY_PART)
    for indicator, names in {
        # People too: at one moment a person lives in one place, so these parts have nobody in common.
        "homes.children-at-closing": ("dwelling", "sex", "age", "municipality"),
        "occupancy.children": ("dwelling", "setting", "sex", "age", "municipality"),
        "occupancy.places": ("dwelling", "setting"),
        "occupancy.children-at-closing": ("dwelling", "setting", "sex", "age", "municipality"),
        "occupancy.places-at-closing": ("dwelling", "setting"),
        "homes.arrivals": ("origin", "sex", "age", "month"),
        "homes.departures": ("destination", "sex", "age", "month"),
        "foster-centre.guardianships-at-closing": ("kind", "form"),
        "foster-centre.services": ("service", "service_setting", "provider_role", "payer_kind", "month"),
        "staff.filled-posts-at-closing": ("title", "group", "payer_kind", "unit"),
        "staff.filled-posts-next-january": ("title",),
        "budget.spending": ("main_item", "item", "source", "source_kind", "month"),
    }.items()
    for dimension in names
)


def check(figures: Iterable[Figure], breakdowns: Mapping[tuple[str, str], Sequence[Breakdown]] | None = None) -> list[Broken]:
    """
    Return the equations that do not hold among the figures of one scope.

    `breakdowns` is by code of the indicator and dimension. An equation is passed over when one of its figures is
    absent, not recorded, or of only a part of the organisations.
    """
    values = {one.code: one.value for one in figures if one.value is not None and not one.not_recorded_by}
    found = [_equation(equation, values) for equation in EQUATIONS]
    found += [_whole(whole, values, breakdowns or {}) for whole in WHOLES]
    return [broken for broken in found if broken is not None]


PARTS_OF_A_WHOLE = ("foster-centre.kin-share", "foster-centre.family-share", "foster-centre.positive-share", "staff.share-trained")
"""Shares above 100 % that could only be an error; places, posts and plans can be overrun."""


def _equation(equation: Equation, values: Mapping[str, Number]) -> Broken | None:
    if any(code not in values for code in (*equation.plus, *equation.minus, equation.equals)):
        return None
    made = sum((values[code] for code in equation.plus), start=Decimal(0)) - sum((values[code] for code in equation.minus), start=0)
    numbers = tuple((code, values[code]) for code in (*equation.plus, *equation.minus))
    return _unless_equal(equation, made, values[equation.equals], numbers)


def _whole(whole: WholeOfParts, values: Mapping[str, Number], breakdowns: Mapping[tuple[str, str], Sequence[Breakdown]]) -> Broken | None:
    parts = breakdowns.get((whole.indicator, whole.dimension))
    if parts is None or whole.indicator not in values:
        return None
    numbers = tuple((part.code, part.figure.value or 0) for part in parts)
    return _unless_equal(whole, sum((number for _code, number in numbers), start=Decimal(0)), values[whole.indicator], numbers)


def _unless_equal(
    identity: Equation | WholeOfParts, made: Number, expected: Number, numbers: tuple[tuple[str, Number], ...]
) -> Broken | None:
    return None if made == expected else Broken(identity, made, expected, numbers)
