"""A list of entries: a row for each, amounts in one column or in debit and credit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from globa.checker.folding import is_total
from globa.documents.document import Row, Table, column_of
from globa.documents.numbers.units import Measure, measure
from globa.importers.ledger import heads
from globa.importers.ledger.read_amounts import Flaw, ReadAmount, ReadLedger, Shape, Sum, Total, cell_of
from globa.importers.ledger.sums import sum_in, zero


@dataclass(frozen=True)
class Listed:
    """The columns of one list."""

    columns: dict[str, int]
    unit: Measure

    def text(self, row: Row, role: str) -> str:
        return row.texts[self.columns[role]].strip() if role in self.columns else ""

    def amount(self, row: Row) -> tuple[int, Sum] | None:
        """Debit is what was spent, credit what came back: an entry of an account of costs is their difference."""
        if "amount" in self.columns:
            column = self.columns["amount"]
            found = sum_in(row.texts[column], self.unit)
            return None if found is None or zero(found) else (column, found)
        debit, credit = (self._side(row, side) for side in ("debit", "credit"))
        if debit and credit:
            return debit[0], Sum(f"{debit[1].text} / {credit[1].text}", flaw=Flaw.BOTH_SIDES)
        if credit:
            return credit[0], Sum(credit[1].text, -credit[1].value, credit[1].slack, credit[1].flaw, tuple(-o for o in credit[1].others))
        return debit

    def stated(self, row: Row) -> tuple[int, Sum] | None:
        """Below a list both sides have their sum."""
        debit, credit = (self._side(row, side) for side in ("debit", "credit"))
        if not debit or not credit or debit[1].flaw or credit[1].flaw:
            return self.amount(row)
        return debit[0], Sum(f"{debit[1].text} / {credit[1].text}", debit[1].value - credit[1].value)

    def _side(self, row: Row, side: str) -> tuple[int, Sum] | None:
        if side not in self.columns:
            return None
        found = sum_in(row.texts[self.columns[side]], self.unit)
        return None if found is None or zero(found) else (self.columns[side], found)


def read(table: Table, head: int, above: str) -> ReadLedger:
    names = table.rows[head].texts
    columns = heads.roles_of(names)
    amounts = columns.get("amount", columns.get("debit", 0))
    listed = Listed(columns, measure(f"{names[amounts]} {above}"))
    rows = table.rows[head + 1 :]
    unread = tuple(name for number, name in enumerate(names) if name and number not in columns.values())
    basis = heads.basis_in(f"{above} {names[amounts]}")
    return ReadLedger(Shape.LIST, tuple(_amounts(rows, listed)), tuple(_totals(rows, listed)), heads.year_in([above]), basis, unread)


def _amounts(rows: tuple[Row, ...], listed: Listed) -> Iterator[ReadAmount]:
    for row in rows:
        if _is_total(row) or not (found := listed.amount(row)):
            continue
        column, amount = found
        yield ReadAmount(
            cell_of(row.cells[column].place), row.cells[0].place.row or 0, column_of(column + 1), amount,
            item=listed.text(row, "item"), source=listed.text(row, "source"), day=listed.text(row, "day"),
            programme=listed.text(row, "programme"), project=listed.text(row, "project"), centre=listed.text(row, "centre"),
            basis=heads.basis_in(listed.text(row, "basis")), document=listed.text(row, "document"), about=listed.text(row, "about"),
        )  # fmt: skip


def _totals(rows: tuple[Row, ...], listed: Listed) -> Iterator[Total]:
    """The last row that sums up; sums of pages and months before it are left alone."""
    for row in reversed(rows):
        if _is_total(row) and (found := listed.stated(row)):
            yield Total(cell_of(row.cells[found[0]].place), found[1])
            return


def _is_total(row: Row) -> bool:
    return any(is_total(text) for text in row.texts if text)
