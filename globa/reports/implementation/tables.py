"""The blocks of a plan's report: its goals as the form prints them, the group, what was done beside, money by year, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from globa.reports.document import Block, Cell, Computed, FigureKey, Picture, PictureKind, Point, Row, Span, Table, Words
from globa.reports.forms.form import OfPlan, PlanBlock
from globa.reports.implementation.counting import value
from globa.reports.implementation.told import TAKEN_OUT, Attending, Beside, Expected, Goal, Line, Measure, Objective, Side, Told
from globa.reports.implementation.years_table import Said, measures_by_year
from globa.reports.plan_figures import OF_YEAR, PLANNED, REACHED, USED
from globa.reports.writing.numbers import number, percent
from globa.vocabulary.words import message

NOTHING = Cell(Words("–"))
EMPTY = Cell(Words(""))
COLUMNS = tuple(str(column) for column in range(3, 11))
"""Of the sources in the table by year, as the form numbers them; 1 is the year and 2 the total."""
WHY_MISSING = {
    "none": message("nothing"),
    "unknown": message("not known how much"),
    "elsewhere": message("under another line"),
    "in_kind": message("in kind"),
    TAKEN_OUT: message("taken out of the plan by an amendment"),
}


def blocks(form: PlanBlock, told: Told, said: Said) -> Iterator[Block]:
    """One block, or of the goals a table each."""
    if form.shows is OfPlan.GOALS:
        yield from (_goal(form, goal, told, said) for goal in told.goals)
    elif form.shows is OfPlan.MEASURES_YEARS:
        yield from measures_by_year(form, told, said)
    elif form.shows is OfPlan.YEARS_PICTURE:
        points = tuple(Point(str(year), FigureKey(OF_YEAR, years_back=told.year - year)) for year in years(told))
        if len(points) > 1:
            yield Picture(form.key, PictureKind.TREND, said(form.caption, {}), points)
    else:
        rows = {OfPlan.GROUP: _members, OfPlan.GOALS_SUMS: _sums, OfPlan.BESIDE: _beside, OfPlan.YEARS: _years}[form.shows](told)
        columns = tuple(said(one, {}) for one in form.columns)
        yield Table(form.key, said(form.caption, {}), said(form.head, {}), columns, tuple(rows))


def years(told: Told) -> list[int]:
    return sorted({*(year for year, _rows in told.earlier), told.year})


def _sums(told: Told) -> Iterator[Row]:
    for goal in told.goals:
        yield _sum(f"{goal.no}. {goal.text}", told, FigureKey(PLANNED, "goal", goal.no), FigureKey(USED, "goal", goal.no))
    yield _sum(_("In all"), told, FigureKey(PLANNED), FigureKey(USED), is_total=True)


def _sum(title: str, told: Told, planned: FigureKey, used: FigureKey, *, is_total: bool = False) -> Row:
    """With the share of the plan that was used, where there is a plan."""
    of, made = value(told, planned).value, value(told, used).value
    share = percent(Decimal(made) * 100 / Decimal(of)) if of and made is not None else ""
    return Row(Cell(Words(title)), (Cell(Computed(planned)), Cell(Computed(used)), Cell(Words(share))), is_total=is_total)


def _goal(form: PlanBlock, goal: Goal, told: Told, said: Said) -> Table:
    caption = said(form.caption, {"goal": goal.no, "goal-text": goal.text})
    rows = (*_lines(goal, told), _goal_total(goal))
    return Table(f"{form.key}-{goal.no}", caption, said(form.head, {}), tuple(said(one, {}) for one in form.columns), rows, lies=True)


def _lines(goal: Goal, told: Told) -> Iterator[Row]:
    """An objective and a measure are named on their first line only, as in the printed form."""
    named: set[str] = set()
    for objective, measure, line in goal.lines():
        first = (_numbered(objective, named), _numbered(measure, named))
        cells = (
            Cell(Words(first[1])),
            money(line.planned, PLANNED, line, told),
            Cell(Words(", ".join(line.bodies))),
            _words(_expected(line)),
            money(line.used, USED, line, told),
            _words(_achieved(line)),
        )
        yield Row(Cell(Words(first[0])), cells)


def _numbered(one: Objective | Measure, named: set[str]) -> str:
    if one.no in named:
        return ""
    named.add(one.no)
    return f"{one.no}. {one.text}".strip()


def _goal_total(goal: Goal) -> Row:
    planned, used = (Cell(Computed(FigureKey(code, "goal", goal.no))) for code in (PLANNED, USED))
    return Row(Cell(Words(_("In all"))), (EMPTY, planned, EMPTY, EMPTY, used, EMPTY), is_total=True)


def money(side: Side, code: str, line: Line, told: Told) -> Cell:
    """“183 377,44 (44 200,00 municipal budget, 139 177,44 EU funds)”; a dash says below it why there is nothing."""
    sources = side.by_source()
    if side.total is None:
        named = ", ".join(_source(told, one) for one in sources)
        why = str(_(WHY_MISSING[side.missing])) if side.missing in WHY_MISSING else ""
        return Cell(Words(f"– {named}".strip()), note=why)
    key = FigureKey(code, "line", line.no)
    return Cell(Computed(key), rest=tuple(_of_sources(sources, key, told)))


def _of_sources(sources: dict[str, Decimal | None], key: FigureKey, told: Told) -> Iterator[Span]:
    if len(sources) == 1:
        yield Words(f" {_source(told, next(iter(sources)))}")
        return
    yield Words(" (")
    for place, (code, amount) in enumerate(sources.items()):
        yield Words(", " if place else "")
        yield Words("–") if amount is None else Computed(FigureKey(key.code, "line", line_of(key), also=(("source", code),)))
        yield Words(f" {_source(told, code)}")
    yield Words(")")


def line_of(key: FigureKey) -> str:
    return key.where["line"]


def _source(told: Told, code: str) -> str:
    return dict(told.sources).get(code, code)


def _words(spans: list[Span]) -> Cell:
    return Cell(spans[0], rest=tuple(spans[1:])) if spans else EMPTY


def _expected(line: Line) -> list[Span]:
    """The cell as it is printed, else the expected results one by one."""
    text = line.expects or " ".join(dict.fromkeys(one.text for one in line.expected))
    return [Words(text)] if text else []


def _achieved(line: Line) -> list[Span]:
    """What the records say to each expected result, what somebody wrote, what stood in the way; a sentence with several numbers once."""
    by_hand = {one.expected for one in line.achieved if one.expected and one.why}
    counted: dict[str, list[Expected]] = {}
    for one in line.expected:
        if one.is_counted and one.key not in by_hand:
            counted.setdefault(one.text, []).append(one)
    spans = [span for text, ones in counted.items() for span in _reached(text, ones)]
    texts = [*dict.fromkeys(one.text for one in line.achieved), *(_("Obstacle: %(text)s") % {"text": text} for text in line.obstacles)]
    if texts:
        spans.append(Words(" ".join(texts)))
    return spans


def _reached(text: str, numbers: list[Expected]) -> Iterator[Span]:
    yield Words(f"{text.rstrip('.')}: ")
    for place, one in enumerate(numbers):
        yield Words(", " if place else "")
        yield Computed(FigureKey(REACHED, "expected", one.key), with_unit=True)
        yield Words("" if one.is_met is None else f" ({_('reached') if one.is_met else _('not reached')})")
    yield Words(". ")


def _members(told: Told) -> Iterator[Row]:
    for one in told.sitting.members:
        yield Row(Cell(Words(one.name)), (Cell(Words(one.body)), Cell(Words(one.part)), Cell(Words(_attended(one)))))


def _attended(one: Attending) -> str:
    if not one.absent:
        return pgettext("at a sitting", "present")
    return pgettext("at a sitting", "absent: %(why)s") % {"why": one.absent}


def _beside(told: Told) -> Iterator[Row]:
    for one in told.beside:
        yield Row(Cell(Words(one.body)), (Cell(Words(f"{one.no}. {one.text}" if one.no else one.text)), _cost(one, told)))


def _cost(one: Beside, told: Told) -> Cell:
    """What is typed, as it was typed: the figure is that of the year."""
    if one.cost is None or one.cost.amount is None:
        return NOTHING
    return Cell(Words(f"{number(one.cost.amount, 2)} {_source(told, one.cost.source)}"), note=one.cost.document)


def _years(told: Told) -> Iterator[Row]:
    for year in years(told):
        back = told.year - year
        keys = [FigureKey(OF_YEAR, years_back=back)]
        keys += [FigureKey(OF_YEAR, "column", column, back) for column in COLUMNS]
        yield Row(Cell(Words(str(year)), note=_document_of(told, year)), tuple(Cell(Computed(key)) for key in keys))


def _document_of(told: Told, year: int) -> str:
    """Of a year that has no plan here, where its sums are from."""
    return ", ".join(dict.fromkeys(row.document for row in dict(told.earlier).get(year, ()) if row.record.startswith("reports.")))


def keys_of(found: Block) -> Iterator[FigureKey]:
    """Every figure that a block names."""
    if isinstance(found, Picture):
        yield from (point.key for point in found.points)
    elif isinstance(found, Table):
        for row in found.rows:
            for cell in (row.title, *row.cells):
                yield from (span.key for span in cell.spans if isinstance(span, Computed))
