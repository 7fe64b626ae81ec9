"""A file read as amounts with their items and sources."""

from __future__ import annotations

from globa.documents.document import Document, Table
from globa.importers.ledger import budget_tables, entry_lists, heads
from globa.importers.ledger.read_amounts import ReadLedger
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
            return found
    raise NoLedgerThere


def _read(table: Table) -> ReadLedger | None:
    for number, row in enumerate(table.rows[:HEAD_WITHIN]):
        above = " ".join([table.caption, *(text for higher in table.rows[:number] for text in dict.fromkeys(higher.texts))])
        if heads.is_list(row.texts):
            return entry_lists.read(table, number, above)
        if budget_tables.is_head(row) and (found := budget_tables.read(table, number, above)):
            return found
    return None
