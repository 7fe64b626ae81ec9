"""A file read as amounts with their items and sources."""

from __future__ import annotations

from dataclasses import replace

from globa.documents.document import Document, Table, column_of
from globa.importers.ledger import budget_tables, entry_lists, heads
from globa.importers.ledger.read_amounts import ReadAmount, ReadLedger
from globa.importers.ledger.refusals import NoLedgerThere, TooManyEntries

MOST_ENTRIES = 3000
HEAD_WITHIN = 15
SECONDS = 60


def read(content: bytes, name: str) -> ReadLedger:
    """Refuses what holds neither a list of entries nor a table of the budget."""
    # Loaded with the first file that somebody brings: other pages need no readers.
    from globa.documents.apart import read_apart

    return ledger_in(read_apart(content, name=name, seconds=SECONDS))


def ledger_in(document: Document) -> ReadLedger:
    """The first table with a head that is understood and amounts below it."""
    for table in document.tables:
        found = _read(table)
        if found and found.amounts:
            if len(found.amounts) > MOST_ENTRIES:
                raise TooManyEntries(MOST_ENTRIES)
            return _with_hidden(found, document, table)
    raise NoLedgerThere


def _with_hidden(found: ReadLedger, document: Document, table: Table) -> ReadLedger:
    """What stands in a row or a column that the workbook hides says in which."""
    own = [place for place in document.hidden if place.sheet == table.place.sheet]
    rows = {place.row for place in own if place.row}
    columns = {column_of(place.column) for place in own if place.column}
    if not own:
        return found
    return replace(found, amounts=tuple(replace(one, hidden=_hidden(one, rows, columns)) for one in found.amounts))


def _hidden(one: ReadAmount, rows: set[int], columns: set[str]) -> str:
    return str(one.row) if one.row in rows else one.column if one.column in columns else ""


def _read(table: Table) -> ReadLedger | None:
    for number, row in enumerate(table.rows[:HEAD_WITHIN]):
        above = " ".join([table.caption, *(text for higher in table.rows[:number] for text in dict.fromkeys(higher.texts))])
        if heads.is_list(row.texts):
            return entry_lists.read(table, number, above)
        if budget_tables.is_head(row) and (found := budget_tables.read(table, number, above)):
            return found
    return None
