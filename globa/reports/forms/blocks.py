"""How each kind of block is read from a form's file."""

from __future__ import annotations

from collections.abc import Callable

from globa.indicators import compiled
from globa.reports.document import FigureKey, PictureKind
from globa.reports.forms.entry import Entry
from globa.reports.forms.form import (
    BalanceForm,
    BlockForm,
    ChartForm,
    CrossTable,
    DirectionsTable,
    FigureRow,
    FiguresTable,
    OfPlan,
    PartColumn,
    PartsTable,
    PassageForm,
    PictureForm,
    PlanBlock,
    Wording,
    YearsTable,
)
from globa.vocabulary.period import Period
from globa.vocabulary.words import message as _

DAYS = ("first-day", "last-day", "next-day")
A_YEAR = Period.year(2023)


def block(entry: Entry) -> BlockForm:
    return READERS[entry.one_of("kind", READERS)](entry)


def _passage(entry: Entry) -> PassageForm:
    return PassageForm(entry.text("key"), entry.passage("text"), entry.truth("carries"))


def _table(entry: Entry) -> tuple[str, Wording, Wording]:
    return entry.text("key"), entry.wording("caption"), entry.wording("head")


def _figures(entry: Entry) -> FiguresTable:
    columns = entry.wordings("columns")
    return FiguresTable(*_table(entry), columns, entry.each("rows", lambda row: _row(row, len(columns))))


def _row(entry: Entry, width: int) -> FigureRow:
    cells = tuple(entry.key(written) if written else None for written in entry.texts("cells"))
    if len(cells) != width:
        raise entry.wrong(_("The row has %(cells)s cells and the table %(columns)s columns."), cells=len(cells), columns=width)
    title = entry.wording("title") if entry.has("title") else None
    if title is None and not any(cells):
        raise entry.wrong(_("A row without figures needs a title."))
    return FigureRow(cells, title, entry.truth("is_total"), entry.truth("is_part"))


def _parts(entry: Entry) -> PartsTable:
    columns = entry.each("columns", lambda column: PartColumn(column.wording("title"), column.figure("figure")))
    if not columns:
        raise entry.wrong(_("“%(name)s” is missing."), name="columns")
    codes = [column.figure.code for column in columns]
    dimension = entry.dimension("dimension", *codes)
    rest = entry.each("rest", lambda row: _rest(row, codes), [])
    only_homes = entry.truth("only_homes")
    if only_homes and dimension != "dwelling":
        raise entry.wrong(_("Homes are the parts of the dimension “dwelling”."))
    return PartsTable(*_table(entry), dimension, columns, rest, only_homes, not entry.truth("without_total"))


def _rest(entry: Entry, codes: list[str]) -> tuple[str, str, Wording]:
    return entry.dimension("dimension", *codes), entry.text("part"), entry.wording("title")


def _cross(entry: Entry) -> CrossTable:
    key, caption, head = _table(entry)
    code = entry.figure("figure").code
    within = entry.dimension("within", code) if entry.has("within") else ""
    return CrossTable(key, caption, head, code, entry.dimension("rows", code), entry.dimension("columns", code), within)


def _years(entry: Entry) -> YearsTable:
    key, caption, head = _table(entry)
    codes = tuple(key.code for key in entry.figures("figures"))
    if len({compiled.catalogue().cards[code].label(A_YEAR) for code in codes}) > 1:
        raise entry.wrong(_("The figures are of different times of the year, so that no heading could say of which. Make a table of each."))
    return YearsTable(key, caption, head, codes, entry.number("years", 2))


def _directions(entry: Entry) -> DirectionsTable:
    return DirectionsTable(*_table(entry), entry.number("years_ahead", 0))


def _balance(entry: Entry) -> BalanceForm:
    return BalanceForm(
        entry.text("key"), entry.figure("opening"), entry.figures("came"), entry.figures("left"), entry.figure("closing")
    )  # fmt: skip


def _picture(entry: Entry) -> PictureForm:
    kind = PictureKind(entry.one_of("picture", [kind.value for kind in PictureKind]))
    key, caption = entry.text("key"), entry.wording("caption")
    if kind is PictureKind.TARGET:
        return PictureForm(key, kind, caption)
    figure: FigureKey = entry.figure("figure")
    if kind is PictureKind.TREND:
        return PictureForm(key, kind, caption, figure, years=entry.number("years", 3))
    return PictureForm(key, kind, caption, figure, entry.dimension("by", figure.code))


def _chart(entry: Entry) -> ChartForm:
    return ChartForm(entry.text("key"), entry.wording("caption"), entry.one_of("on", DAYS), entry.truth("with_names"))


WIDTHS = {OfPlan.GROUP: 3, OfPlan.GOALS: 6, OfPlan.GOALS_SUMS: 3, OfPlan.BESIDE: 2, OfPlan.YEARS: 9, OfPlan.MEASURES_YEARS: 2}
"""
How many columns beside that of the titles a table of a plan has. By year they are the total and then 3 to 10 of the sources; of measures
by year, one for every year and the change.
"""


def _plan(entry: Entry) -> PlanBlock:
    shows = OfPlan(entry.one_of("shows", [one.value for one in OfPlan]))
    head = entry.wording("head") if entry.has("head") else Wording("")
    columns = entry.wordings("columns") if entry.has("columns") else ()
    if len(columns) != WIDTHS.get(shows, 0):
        raise entry.wrong(_("This table has %(width)s columns."), width=WIDTHS.get(shows, 0))
    years = entry.number("years", 5) if shows is OfPlan.MEASURES_YEARS else 0
    return PlanBlock(entry.text("key"), shows, entry.wording("caption"), head, columns, years)


READERS: dict[str, Callable[[Entry], BlockForm]] = {
    "passage": _passage,
    "figures": _figures,
    "parts": _parts,
    "cross": _cross,
    "years": _years,
    "directions": _directions,
    "balance": _balance,
    "picture": _picture,
    "chart": _chart,
    "plan": _plan,
}
