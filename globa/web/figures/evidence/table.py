"""Rows of evidence as cells: what stands there, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from globa.indicators.card import Line
from globa.indicators.when import During
from globa.registry.norms import Through
from globa.registry.people import Person
from globa.reports.writing import days, numbers
from globa.vocabulary.calendar import age_on
from globa.vocabulary.period import Period
from globa.web.figures.evidence.columns import Column, Kind
from globa.web.figures.evidence.discretion import Discretion
from globa.web.figures.evidence.names import Names, Row
from globa.web.records.references import address_of

NAMED_RECIPIENTS = 3
PERSON = "/people/00000000-0000-0000-0000-000000000000/"
"""Anybody's page, to ask whether a role comes there."""


@dataclass(frozen=True)
class Cell:
    """`empty` is the word for an empty cell, for those who hear it. `links` are several people in one cell."""

    column: Column
    text: str = ""
    address: str = ""
    is_day: bool = False
    empty: str = ""
    links: tuple[tuple[str, str], ...] = ()
    more: str = ""


@dataclass(frozen=True)
class Shown:
    """What a cell may lean on beside its own row: which records open to the reader, and whether people's pages do."""

    names: Names
    line: Line
    period: Period
    discretion: Discretion
    of_age: Through
    opened: frozenset[str]
    opens_people: bool


def cells(columns: Sequence[Column], row: Row, day: date | None, shown: Shown) -> list[Cell]:
    made = [_cell(column, row, day, shown) for column in columns]
    if shown.discretion.hides_names:
        return [replace(cell, address="") for cell in made]
    if row["record"] in shown.opened and not any(cell.address == address_of(row["record"]) for cell in made):
        made[0] = replace(made[0], text=made[0].text or _("record"), address=address_of(row["record"]))
    return made


def _cell(column: Column, row: Row, day: date | None, shown: Shown) -> Cell:
    if shown.discretion.conceals(column, row):
        return Cell(column, _("not shown"))
    draw = DRAWN.get(column.kind)
    return draw(column, row, day, shown) if draw else Cell(column, str(row[column.field] or ""))


def _person(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    key = row[column.field]
    if not key:
        return Cell(column, empty=_("nobody named"))
    name = shown.names.people.get(key)
    return Cell(column, name, person_address(key, shown)) if name else Cell(column, _("not yours to see"))


def _worker(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    return Cell(column, shown.names.people.get(row[column.field] or "", ""), empty=_("nobody named"))


def _family(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    return Cell(column, shown.names.families.get(row[column.field] or "", ""), empty=_("none"))


def _recipients(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    people: list[Person] = shown.names.recipients.get(row["record"], [])
    rest = len(people) - NAMED_RECIPIENTS
    more = ngettext("and %(count)s more", "and %(count)s more", rest) % {"count": rest} if rest > 0 else ""
    links = tuple((str(person), person_address(str(person.pk), shown)) for person in people[:NAMED_RECIPIENTS])
    return Cell(column, links=links, more=more, empty=_("nobody named"))


def _age(column: Column, row: Row, day: date | None, shown: Shown) -> Cell:
    """By the figure's date; of what happened on a day, by that day."""
    born, sex = row["birth_date"], row["sex"]
    on = day if isinstance(shown.line.when, During) and day else shown.line.when.age_date(shown.period)
    age = age_on(born, on) if born else None
    parts = [_sex(sex, age is not None and age >= shown.of_age.on(on)), _("%(age)s y.") % {"age": age} if age is not None else ""]
    return Cell(column, ", ".join(part for part in parts if part), empty=_("not known"))


def _sex(sex: str, grown: bool) -> str:
    words = {"female": _("woman") if grown else _("girl"), "male": _("man") if grown else _("boy")}
    return words.get(sex, "")


def _day_cell(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    value = row[column.field]
    address = _record_address(row, shown) if column.kind is Kind.OPENS else ""
    return Cell(column, days.iso(value) if value else _("not known"), address, is_day=value is not None)


def _until(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    value = row[column.field]
    return Cell(column, days.iso(value), is_day=True) if value else Cell(column, empty=_("has not ended"))


def _days_in(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    began, ended = row["began_on"], row["ended_on"] or shown.period.ends
    inside = (min(ended, shown.period.ends) - max(began or shown.period.begins, shown.period.begins)).days
    return Cell(column, numbers.number(max(inside, 0)))


def _named(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    code = row[column.field]
    return Cell(column, shown.names.by_dimension.get(column.dimension, {}).get(code, code or ""), empty=_("none"))


def _ended(column: Column, row: Row, day: date | None, shown: Shown) -> Cell:
    if row["ended_on"] is None:
        return Cell(column, empty=_("has not ended"))
    return _named(column, row, day, shown)


def _status(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    return Cell(column, shown.names.statuses.get(row["value"] or "", ""), empty=_("none"))


def _number(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    value = row[column.field]
    return Cell(column, "" if value is None else numbers.number(value), empty=_("none"))


def _minutes(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    value = row[column.field]
    return Cell(column, "" if value is None else numbers.duration(value), empty=_("none"))


def _money(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    return Cell(column, numbers.money(row[column.field]))


def _yes(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    return Cell(column, str(column.title) if row[column.field] else "", empty=_("no"))


def _ages(column: Column, row: Row, _day: date | None, _shown: Shown) -> Cell:
    return Cell(column, f"{row['age_from']}–{row['age_to']}")


def _record(column: Column, row: Row, _day: date | None, shown: Shown) -> Cell:
    return Cell(column, shown.names.records.get(row["record"], _("record")), _record_address(row, shown))


def _record_address(row: Row, shown: Shown) -> str:
    return address_of(row["record"]) if row["record"] in shown.opened else ""


Drawer = Callable[[Column, Mapping[str, Any], date | None, Shown], Cell]
DRAWN: dict[Kind, Drawer] = {
    Kind.RECORD: _record, Kind.PERSON: _person, Kind.WORKER: _worker, Kind.FAMILY: _family, Kind.RECIPIENTS: _recipients,
    Kind.AGE: _age, Kind.DAY: _day_cell, Kind.OPENS: _day_cell, Kind.UNTIL: _until, Kind.DAYS_IN: _days_in, Kind.NAMED: _named,
    Kind.ENDED: _ended, Kind.STATUS: _status, Kind.NUMBER: _number, Kind.MINUTES: _minutes, Kind.MONEY: _money, Kind.YES: _yes,
    Kind.AGES: _ages,
}  # fmt: skip


def person_address(key: str, shown: Shown) -> str:
    """Lead to the person's page, for those who come there."""
    return reverse("people-person", args=[key]) if shown.opens_people else ""
