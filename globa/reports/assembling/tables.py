"""Tables, balances and pictures of a form, filled with references to what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from msgspec.structs import replace

from globa.care.dwellings import Dwelling
from globa.indicators.scope import Scope
from globa.reports.assembling.counted import Counted, years_before
from globa.reports.document import Amount, Cell, Computed, FigureKey, Picture, PictureKind, Point, Row, Table, Words
from globa.reports.forms.form import CrossTable, FigureRow, FiguresTable, PartColumn, PartsTable, PictureForm, Wording, YearsTable
from globa.reports.writing import days
from globa.reports.writing.numbers import MINUS
from globa.reports.writing.units import amount, unit_of
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit

NOTHING = Cell(Words(""))
NO_PLACES = Cell(Words("–"))


@dataclass(frozen=True)
class Filling:
    """What every table needs: the numbers, whose they are, and how a wording reads in the document's language."""

    counted: Counted
    scope: Scope
    language: str
    fill: Callable[[str], str]

    @property
    def period(self) -> Period:
        return self.scope.period

    def title(self, wording: Wording) -> str:
        return self.fill(wording.said(self.language))

    def cell(self, key: FigureKey) -> Cell:
        self.counted.value(key)
        return Cell(Computed(key))

    def table(self, key: str, caption: Wording, head: Wording, columns: Iterable[str], rows: Iterable[Row]) -> Table:
        made = tuple(rows)
        return Table(key, self.title(caption), self.title(head), tuple(columns), made, self._day(made))

    def _day(self, rows: tuple[Row, ...]) -> date | None:
        """The one day that all stocks of the table are of."""
        keys = {cell.content.key for row in rows for cell in row.cells if isinstance(cell.content, Computed)}
        whens = {self.counted.value(key).when for key in keys}
        stocks = {when for when in whens if is_day(when)}
        return date.fromisoformat(stocks.pop()) if len(stocks) == len(whens) == 1 else None


def is_day(when: str) -> bool:
    return len(when) == len("2023-12-31") and when.count("-") == 2


def figures(form: FiguresTable, filling: Filling) -> Table:
    rows = [_figure_row(row, filling) for row in form.rows]
    return filling.table(form.key, form.caption, form.head, map(filling.title, form.columns), rows)


def _figure_row(row: FigureRow, filling: Filling) -> Row:
    cells = tuple(filling.cell(key) if key else NOTHING for key in row.cells)
    first = next((key for key in row.cells if key), None)
    title = filling.title(row.title) if row.title else filling.counted.value(first).title if first else ""
    return Row(Cell(Words(title)), cells, row.is_total, row.is_part)


def parts(form: PartsTable, filling: Filling) -> Table:
    rows = list(_homes(form, filling)) if form.only_homes else _parts_rows(form, filling)
    rows += [_part_row(form.columns, dimension, part, filling.title(title), filling) for dimension, part, title in form.rest]
    if form.has_total:
        rows.append(Row(Cell(Words(_("In all"))), tuple(filling.cell(column.figure) for column in form.columns), is_total=True))
    return filling.table(form.key, form.caption, form.head, (filling.title(column.title) for column in form.columns), rows)


def _parts_rows(form: PartsTable, filling: Filling) -> list[Row]:
    codes = filling.counted.codes([column.figure for column in form.columns], form.dimension)
    return [_part_row(form.columns, form.dimension, code, filling.counted.name(form.dimension, code), filling) for code in codes]


def _part_row(columns: Sequence[PartColumn], dimension: str, part: str, title: str, filling: Filling) -> Row:
    return Row(Cell(Words(title)), tuple(filling.cell(replace(one.figure, dimension=dimension, part=part)) for one in columns))


def _homes(form: PartsTable, filling: Filling) -> Iterable[Row]:
    """Every home that worked in the period, also an empty one; homes of several institutions are one row."""
    if len(filling.scope.organisations) != 1:
        yield _part_row(form.columns, "setting", "community_home", _("Community homes"), filling)
        return
    day = date.fromisoformat(filling.counted.value(form.columns[0].figure).when)
    during = (filling.period.begins, day + timedelta(days=1))
    homes = Dwelling.objects.homes().filter(organisation__in=filling.scope.organisations, during__overlap=during).order_by("code")
    filling.counted.names.setdefault(form.dimension, {}).update({home.code: home.name for home in homes})
    for home in homes:
        row = _part_row(form.columns, form.dimension, home.code, home.name, filling)
        ends: date | None = home.during.upper
        yield _closed(row, ends, filling) if ends is not None and ends <= day else row


def _closed(row: Row, ends: date, filling: Filling) -> Row:
    """A home that works no longer has no places, which is not the same as having none free."""
    note = _("no service since %(day)s") % {"day": days.iso(ends)}
    cells = tuple(NO_PLACES if _is_of_places(cell, filling) else cell for cell in row.cells)
    return replace(row, title=replace(row.title, note=note), cells=cells)


def _is_of_places(cell: Cell, filling: Filling) -> bool:
    return isinstance(cell.content, Computed) and filling.counted.value(cell.content.key).unit == Unit.PLACES.code


def cross(form: CrossTable, filling: Filling) -> Table:
    whole = FigureKey(form.figure)
    columns = filling.counted.codes([whole], form.columns)
    rows = []
    inner = _inner_rows(form, filling)
    for code in filling.counted.codes([whole], form.rows):
        rows.append(_cross_row(form, form.rows, code, columns, filling))
        rows += [replace(_cross_row(form, form.within, one, columns, filling), is_part=True) for one in inner.get(code, [])]
    totals = tuple(filling.cell(FigureKey(form.figure, form.columns, column)) for column in columns)
    rows.append(Row(Cell(Words(_("In all"))), (*totals, filling.cell(whole)), is_total=True))
    titles = [*(filling.counted.name(form.columns, column) for column in columns), _("In all")]
    return filling.table(form.key, form.caption, form.head, titles, rows)


def _cross_row(form: CrossTable, dimension: str, code: str, columns: Sequence[str], filling: Filling) -> Row:
    there = filling.counted.pairs(form.figure, (dimension, form.columns))
    cells = [
        filling.cell(FigureKey(form.figure, dimension, code, also=((form.columns, column),))) if (code, column) in there else NOTHING
        for column in columns
    ]
    title = Cell(Words(filling.counted.name(dimension, code)), note=code)
    return Row(title, (*cells, filling.cell(FigureKey(form.figure, dimension, code))))


def _inner_rows(form: CrossTable, filling: Filling) -> dict[str, list[str]]:
    """The parts of rows, by the row that they make up; a row that is its own only part has none."""
    found: dict[str, list[str]] = {}
    if form.within:
        for row, inner in sorted(filling.counted.pairs(form.figure, (form.rows, form.within))):
            if inner != row:
                found.setdefault(row, []).append(inner)
    return found


def years(form: YearsTable, filling: Filling) -> Table:
    columns = [_year_heading(form, back, filling) for back in range(form.years)]
    rows = [_year_row(code, form.years, filling) for code in form.figures]
    return filling.table(form.key, form.caption, form.head, [*columns, pgettext("column", "Change")], rows)


def _year_heading(form: YearsTable, back: int, filling: Filling) -> str:
    period = years_before(filling.period, back)
    return days.figure_day(filling.counted.card(form.figures[0]).label(period))


def _year_row(code: str, years: int, filling: Filling) -> Row:
    keys = [FigureKey(code, years_back=back) for back in range(years)]
    now, before = (filling.counted.value(key) for key in keys[:2]) if years > 1 else (None, None)
    change = ""
    if now is not None and before is not None and now.value is not None and before.value is not None:
        change = changed(now.value, before.value, now.unit)
    return Row(Cell(Words(filling.counted.value(keys[0]).title)), (*map(filling.cell, keys), Cell(Words(change))))


def changed(now: Amount, before: Amount, unit: str) -> str:
    """“+8”, “−4”, “0”; a change of shares is in percentage points."""
    difference = Decimal(now) - Decimal(before)
    known = unit_of(unit)
    written = amount(known if known is Unit.EUROS else Unit.TIMES, abs(difference))
    points = _(" pp") if known is Unit.PERCENT else ""
    return f"{'+' if difference > 0 else MINUS if difference < 0 else ''}{written}{points}"


def picture(form: PictureForm, filling: Filling) -> Picture:
    """Of one figure; the picture of targets is drawn of the directions."""
    assert form.figure is not None
    return Picture(form.key, form.kind, filling.title(form.caption), tuple(_points(form, form.figure, filling)))


def _points(form: PictureForm, figure: FigureKey, filling: Filling) -> Iterable[Point]:
    if form.kind is PictureKind.TREND:
        for back in reversed(range(form.years)):
            period = years_before(filling.period, back)
            yield _point(days.figure_day(filling.counted.card(figure.code).label(period)), replace(figure, years_back=back), filling)
        return
    codes = _months(filling.period) if form.by == "month" else filling.counted.codes([figure], form.by)
    for code in codes:
        label = days.month(Period.parse(code).begins) if form.by == "month" else filling.counted.name(form.by, code)
        yield _point(label, replace(figure, dimension=form.by, part=code), filling)


def _point(label: str, key: FigureKey, filling: Filling) -> Point:
    filling.counted.value(key)
    return Point(label, key)


def _months(period: Period) -> list[str]:
    first = period.begins.year * 12 + period.begins.month - 1
    last = period.last_day.year * 12 + period.last_day.month - 1
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in range(first, last + 1)]
