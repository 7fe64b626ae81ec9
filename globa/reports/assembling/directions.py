"""The directions of the year beside the figures that answer them; a result that no figure tells is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from globa.indicators import compiled
from globa.planning.directions import Comparator as Meant
from globa.planning.directions import Direction
from globa.reports.assembling.counted import Counted
from globa.reports.assembling.tables import is_day
from globa.reports.document import Amount, Cell, Comparator, Computed, FigureKey, PictureKind, Point, Row, Span, Words
from globa.reports.forms.form import DirectionsTable, Form, PictureForm
from globa.reports.writing.units import amount
from globa.vocabulary.unit import Unit

Telling = Mapping[str, tuple[Span, ...]]
"""What somebody wrote about each direction, by the name of its cell."""


def years_ahead(form: Form) -> set[int]:
    """Of which years the form shows directions: 0 is its own."""
    blocks = [block for _section, block in form.blocks()]
    targets = {0 for block in blocks if isinstance(block, PictureForm) and block.kind is PictureKind.TARGET}
    return targets | {block.years_ahead for block in blocks if isinstance(block, DirectionsTable)}


def aimed(institutions: Iterable[str], years: Iterable[int]) -> list[Direction]:
    """One query."""
    found = Direction.objects.in_force().filter(organisation__in=institutions, year__in=years)
    return list(found.select_related("organisation").order_by("organisation__code", "year", "code"))


def headings(years_ahead: int) -> tuple[str, ...]:
    planned = pgettext("column", "Planned")
    return (planned,) if years_ahead else (planned, pgettext("column", "Result"), pgettext("column", "Reached"), _("How it went"))


def rows(table: str, directions: Sequence[Direction], years_ahead: int, counted: Counted, told: Telling) -> tuple[Row, ...]:
    is_alone = len({one.organisation_id for one in directions}) < 2
    return tuple(_row(cell_key(table, one, is_alone), one, years_ahead, counted, told) for one in directions)


def _row(key_of_cell: str, direction: Direction, years_ahead: int, counted: Counted, told: Telling) -> Row:
    title = Cell(Words(direction.text), note=direction.code)
    planned = Cell(Words(planned_as(direction)))
    if years_ahead:
        return Row(title, (planned,))
    key = answering(direction)
    result = Cell(Computed(key, with_unit=True), note=_day_of(key, counted)) if key else Cell(Words(""))
    return Row(title, (planned, result, Cell(Words(_reached(direction, key, counted))), written(key_of_cell, told)))


def _day_of(key: FigureKey, counted: Counted) -> str:
    """A result that is of one day says so: the others are of the year."""
    when = counted.value(key).when
    return when if is_day(when) else ""


def cell_key(table: str, direction: Direction, is_alone: bool = True) -> str:
    """Its code; where a document shows directions of several institutions (`is_alone` False), whose it is as well."""
    return f"{table}/{direction.code}" if is_alone else f"{table}/{direction.code}@{direction.organisation.code}"


def written(key: str, told: Telling) -> Cell:
    """A cell that a person writes."""
    spans = told.get(key, ())
    return Cell(spans[0] if spans else Words(""), key=key, rest=spans[1:])


def answering(direction: Direction) -> FigureKey | None:
    return FigureKey(direction.indicator) if direction.indicator in compiled.catalogue().cards else None


def planned_as(direction: Direction) -> str:
    """“at least 4”, “6”; nothing where there is no number to reach."""
    target = target_of(direction)
    if target is None:
        return ""
    key = answering(direction)
    unit: Unit | None = compiled.catalogue().cards[key.code].unit if key else None
    number = amount(unit, target) if unit else str(target)
    return number if direction.comparator == Meant.EXACTLY else f"{direction.get_comparator_display()} {number}"


def target_of(direction: Direction) -> Amount | None:
    if direction.target is None:
        return None
    whole = int(direction.target)
    return whole if whole == direction.target else direction.target


def is_reached(direction: Direction, result: Amount | None) -> bool | None:
    return direction.met_by(None if result is None else Decimal(result))


def _reached(direction: Direction, key: FigureKey | None, counted: Counted) -> str:
    met = is_reached(direction, counted.value(key).value) if key else None
    return "" if met is None else _("yes") if met else _("no")


def points(directions: Sequence[Direction], counted: Counted) -> tuple[Point, ...]:
    """Of the directions that have both a target and a figure."""
    found = []
    for one in directions:
        key = answering(one)
        if key is not None and one.target is not None:
            found.append(Point(counted.value(key).title, key, target_of(one), Comparator(one.comparator)))
    return tuple(found)
