"""A table of the budget: a row for each economic item, a column for each source, sums on the right and below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from globa.checker.folding import folded, is_of_which, is_total
from globa.documents.document import Row, Table, column_of
from globa.documents.numbers.units import Measure, measure
from globa.importers.ledger import heads
from globa.importers.ledger.read_amounts import Flaw, ReadAmount, ReadLedger, Shape, Total, cell_of
from globa.importers.ledger.sums import sum_in, zero


@dataclass
class Laid:
    """How the columns of one table lie."""

    names: tuple[str, ...]
    code: int
    name: int
    sources: list[int]
    total: int | None
    unit: Measure
    programmes: dict[int, str] = field(default_factory=dict)


def is_head(row: Row) -> bool:
    """Two columns at least are called after a source, or carry a code in brackets."""
    texts = [cell.text for cell in row.cells if not cell.is_covered]
    return sum(1 for text in texts if heads.role_of(text) == "source" or ("(" in text and heads.code_in(text))) > 1


def read(table: Table, head: int, above: str) -> ReadLedger | None:
    """None where no column holds codes of items."""
    rows = table.rows[head + 1 :]
    laid = _laid(table.rows[head].texts, rows, above)
    if laid is None:
        return None
    amounts: list[ReadAmount] = []
    totals: list[Total] = []
    told: list[str] = []
    for row in rows:
        _take(row, laid, amounts, totals, told)
    return ReadLedger(Shape.TABLE, tuple(amounts), tuple(totals), heads.year_in([above]), heads.basis_in(above), (), tuple(told))


def _laid(names: tuple[str, ...], rows: tuple[Row, ...], above: str) -> Laid | None:
    width = range(len(names))
    code = next((column for column in width if sum(heads.is_item_code(row.texts[column]) for row in rows) * 2 > len(rows)), None)
    if code is None:
        return None
    named = next((column for column in width if column != code), code)
    total = next((column for column in width if is_total(names[column])), None)
    sources = [column for column in width if column not in (code, named, total) and names[column]]
    return Laid(names, code, named, sources, total, measure(above))


def _take(row: Row, laid: Laid, amounts: list[ReadAmount], totals: list[Total], told: list[str]) -> None:
    label, code = row.texts[laid.name], row.texts[laid.code].strip()
    if _reaches_over(row):
        return
    if is_total(label):
        totals += _stated(row, laid)
    elif not code and heads.OF_PROGRAMMES.search(folded(label)):
        laid.programmes |= {column: row.texts[column] for column in laid.sources if row.texts[column]}
    elif not code and is_of_which(label):
        told.append(label)
    else:
        found = [one for one in _amounts(row, laid) if code or one.sum.flaw != Flaw.UNREADABLE]
        amounts += found
        totals += [Total(one.cell, one.sum, row=_number(row)) for one in _of_row(row, laid)] if found else []


def _reaches_over(row: Row) -> bool:
    """A line that names a part of the table."""
    return sum(cell.is_covered for cell in row.cells) * 2 > len(row.cells)


def _number(row: Row) -> int:
    return row.cells[0].place.row or 0


def _amounts(row: Row, laid: Laid) -> Iterator[ReadAmount]:
    for column in laid.sources:
        found = sum_in(row.texts[column], laid.unit)
        if found is None or zero(found):
            continue
        head = laid.names[column]
        yield ReadAmount(
            cell_of(row.cells[column].place), _number(row), column_of(column + 1), found,
            item=row.texts[laid.code].strip(), item_name=row.texts[laid.name], source=heads.code_in(head), source_name=head,
            programme=laid.programmes.get(column, ""),
        )  # fmt: skip


def _of_row(row: Row, laid: Laid) -> Iterator[Total]:
    if laid.total is not None and (found := sum_in(row.texts[laid.total], laid.unit)):
        yield Total(cell_of(row.cells[laid.total].place), found)


def _stated(row: Row, laid: Laid) -> Iterator[Total]:
    """The sums below the table: of each column, and of everything."""
    for column in laid.sources:
        if found := sum_in(row.texts[column], laid.unit):
            yield Total(cell_of(row.cells[column].place), found, column=column_of(column + 1))
    yield from _of_row(row, laid)
