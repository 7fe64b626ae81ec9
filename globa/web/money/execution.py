"""The table of the budget, on a page and as a workbook; every sum opens its entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from globa.planning.execution import Cell, Execution, Line, execution
from globa.planning.ledger import Basis, FundingSource
from globa.web.money.asked import NO_ITEM, Asked, address_of, asked, years_of
from globa.web.money.rights import entries_of, keeper_of
from globa.web.money.workbook import written
from globa.web.whereabouts import PlacedRequest

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CUT = 200


@dataclass(frozen=True)
class Shown:
    """A cell with the address of its entries."""

    cell: Cell
    address: str


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    cells: tuple[Shown, ...]
    total: Shown
    is_part: bool = False


@login_required
@require_safe
def table(request: PlacedRequest) -> HttpResponse:
    entries = entries_of(request)
    years = years_of(entries)
    wanted = asked(request, years)
    rows = Asked(wanted.year, wanted.basis).rows(entries)
    made = execution(rows)
    cut = rows.filter(cut__gt=0).select_related("item", "source", "taken_from")
    shown = {
        "asked": wanted, "years": years, "basis": Basis(wanted.basis).label, "organisation": keeper_of(request), "table": made,
        "bases": [(value, label, value == wanted.basis) for value, label in Basis.choices],
        "rows": list(_rows(made, wanted)), "below": _row(made.below, made, wanted), "cut": list(cut[:MOST_CUT]),
    }  # fmt: skip
    return render(request, "money/execution.html", shown)


@login_required
@require_safe
def workbook(request: PlacedRequest) -> HttpResponse:
    entries = entries_of(request)
    wanted = asked(request, years_of(entries))
    made = execution(Asked(wanted.year, wanted.basis).rows(entries))
    content = written(made, title=f"{keeper_of(request)}, {wanted.year}", basis=str(Basis(wanted.basis).label))
    answer = HttpResponse(content, content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="budget-{wanted.year}-{wanted.basis}.xlsx"'
    return answer


def _rows(made: Execution, wanted: Asked) -> Iterator[Row]:
    for line in made.lines:
        yield _row(line, made, wanted)
        yield from (_row(part, made, wanted, is_part=True) for part in line.parts)


def _row(line: Line, made: Execution, wanted: Asked, *, is_part: bool = False) -> Row:
    is_sum = line is made.below
    code = line.item.code if line.item else "" if is_sum else NO_ITEM
    cells = tuple(Shown(line.of(source), _address(wanted, code, source)) for source in made.sources)
    name = str(line.item) if line.item else _("Total") if is_sum else _("Without an item: lines of a plan")
    return Row(line.item.code if line.item else "", name, cells, Shown(line.total, _address(wanted, code, None)), is_part)


def _address(wanted: Asked, item: str, source: FundingSource | None) -> str:
    return address_of(year=wanted.year, basis=wanted.basis, item=item, source=source.code if source else "")
