"""The table of measures by year: what was used of each goal and measure in this year and in those before that have a plan here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.reports.document import Cell, Computed, FigureKey, Row, Table, Words
from globa.reports.forms.form import PlanBlock, Wording
from globa.reports.implementation.counting import value
from globa.reports.implementation.told import Told
from globa.reports.implementation.years_apart import Through, through, years_known
from globa.reports.plan_figures import USED
from globa.reports.writing.numbers import MINUS, number

Said = Callable[[Wording, dict[str, str]], str]
"""A wording in the document's language, with the words in its braces."""
WIDE = 4
"""So many years do not fit beside the words of a measure on a page that stands."""


def measures_by_year(form: PlanBlock, told: Told, said: Said) -> Iterator[Table]:
    """None where no earlier year has a plan here."""
    years = years_known(told)[-form.years :]
    if len(years) < 2:
        return
    of_a_year, change = form.columns
    columns = [said(of_a_year, {"column-year": str(year)}) for year in years]
    columns.append(said(change, {"year-before": str(years[-2])}))
    rows = (*(_row(one, told, years) for one in through(told, years)), _total(told, years))
    yield Table(form.key, said(form.caption, {}), said(form.head, {}), tuple(columns), rows, lies=len(years) > WIDE)


def _row(one: Through, told: Told, years: Sequence[int]) -> Row:
    cells = [Cell(Computed(one.used(told.year - year))) if year in one.years else _absent() for year in years]
    keys = [one.used(told.year - year) for year in years[-2:]]
    title = Cell(Words(f"{one.no}. {one.text}"), note="; ".join(_otherwise(one)))
    return Row(title, (*cells, _change(told, *keys)), is_part=bool(one.measure))


def _absent() -> Cell:
    return Cell(Words("–"), note=_("not in the plan"))


def _otherwise(one: Through) -> Iterator[str]:
    """Years that called it the same are named together."""
    for words in dict.fromkeys(said for _year, said in one.otherwise):
        years = ", ".join(str(year) for year, said in one.otherwise if said == words)
        yield f"{years}: {words}"


def _change(told: Told, before: FigureKey, now: FigureKey) -> Cell:
    was, used = value(told, before).value, value(told, now).value
    if was is None or used is None:
        return Cell(Words(""))
    difference = Decimal(used) - Decimal(was)
    return Cell(Words(f"{'+' if difference > 0 else MINUS if difference < 0 else ''}{number(abs(difference), 2)}"))


def _total(told: Told, years: Sequence[int]) -> Row:
    """Of the lines of each year's plan; what was done beside is in the table by source."""
    keys = [FigureKey(USED, years_back=told.year - year) for year in years]
    return Row(Cell(Words(_("In all"))), (*(Cell(Computed(key)) for key in keys), _change(told, *keys[-2:])), is_total=True)
