"""Whether figures agree with each other: the equations, checked on what was just computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from globa.indicators import identities
from globa.indicators.figures import Breakdown, Figure
from globa.indicators.identities import EQUATIONS, Equation
from globa.reports.writing.units import amount
from globa.web.figures.living import number
from globa.web.figures.places import Place
from globa.web.numbers import Number

Breakdowns = Mapping[tuple[str, str], Sequence[Breakdown]]


@dataclass(frozen=True)
class Contradiction:
    made: str
    expected: str
    title: str
    says: str
    arithmetic: str
    address: str


@dataclass(frozen=True)
class Agreement:
    checked: int
    broken: tuple[Contradiction, ...]

    @property
    def agreeing(self) -> int:
        return self.checked - len(self.broken)

    @property
    def width(self) -> str:
        """Of the bar of 268 that shows how many agree."""
        return f"{268 * self.agreeing / self.checked:.1f}" if self.checked else "0"

    @property
    def gap(self) -> str:
        return f"{268 - float(self.width):.1f}"


def agreement(place: Place, computed: Sequence[Figure], breakdowns: Breakdowns) -> Agreement:
    by_code = {figure.code: figure for figure in computed}
    known = {code for code, figure in by_code.items() if figure.value is not None and not figure.not_recorded_by}
    equations = [one for one in EQUATIONS if known.issuperset(codes_of(one))]
    wholes = [one for one in identities.WHOLES if one.indicator in known and (one.indicator, one.dimension) in breakdowns]
    broken = tuple(_said(place, one, by_code) for one in identities.check(computed, breakdowns))
    return Agreement(len(equations) + len(wholes), broken)


def _said(place: Place, broken: identities.Broken, by_code: Mapping[str, Figure]) -> Contradiction:
    identity = broken.identity
    figure = by_code[identity.equals if isinstance(identity, Equation) else identity.indicator]
    unit = figure.indicator.unit
    return Contradiction(
        amount(unit, broken.made), amount(unit, broken.expected), _(figure.indicator.title), _(identity.says),
        broken.arithmetic, place.figure(figure.code),
    )  # fmt: skip


def codes_of(equation: Equation) -> tuple[str, ...]:
    return (*equation.plus, *equation.minus, equation.equals)


@dataclass(frozen=True)
class Term:
    sign: str
    title: str
    number: Number


@dataclass(frozen=True)
class Balanced:
    """One equation that a figure takes part in, with its terms; `agrees` is None where a term is not known."""

    says: str
    terms: tuple[Term, ...]
    agrees: bool | None
    made: str


def equations_with(code: str) -> list[Equation]:
    return [one for one in EQUATIONS if code in codes_of(one)]


def balanced(place: Place, equation: Equation, by_code: Mapping[str, Figure]) -> Balanced:
    signs = [*("+" for _code in equation.plus), *("−" for _code in equation.minus), "="]
    figures = [by_code[code] for code in (*equation.plus, *equation.minus, equation.equals)]
    signs[0] = ""
    terms = tuple(Term(sign, _(figure.indicator.title), number(figure, place)) for sign, figure in zip(signs, figures, strict=True))
    known = all(figure.value is not None for figure in figures)
    broken = _broken(equation, figures) if known else None
    return Balanced(_(equation.says), terms, None if not known else broken is None, broken or "")


def _broken(equation: Equation, figures: Iterable[Figure]) -> str | None:
    values = {figure.code: figure.value for figure in figures if figure.value is not None}
    made = sum(values[code] for code in equation.plus) - sum(values[code] for code in equation.minus)
    unit = next(figure.indicator.unit for figure in figures if figure.code == equation.equals)
    return None if made == values[equation.equals] else amount(unit, made)
