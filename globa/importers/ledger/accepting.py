"""What a person agreed to is booked, and taken back as a whole where nothing signed rests on it."""

from __future__ import annotations

import uuid

from globa.importers.ledger.proposing import Proposed
from globa.importers.ledger.refusals import NothingToBook, SignedRestsOnIt, Undecided
from globa.journal.operations import Actor, reference
from globa.planning.ledger_imports import LedgerImport, take_back, take_in
from globa.registry.organisations import Organisation
from globa.reports.keeping.reports import Report


def accept(
    proposed: Proposed, *, organisation: Organisation, name: str, content: bytes, by: Actor | None, once: uuid.UUID | None = None
) -> LedgerImport:
    """One operation. While anything waits for an answer nothing is booked."""
    if proposed.open:
        raise Undecided(proposed.open)
    if not proposed.entries:
        raise NothingToBook
    return take_in(organisation=organisation, name=name, content=content, entries=proposed.entries, by=by, once=once)


def undo(*, taken: LedgerImport, by: Actor | None, reason: str) -> int:
    """Withdraw all that the file brought; what somebody signed stays as it was signed."""
    rows = [reference(entry) for entry in taken.entries.all()]
    if report := Report.objects.signed().filter(records__record__in=rows).newest_first().first():
        raise SignedRestsOnIt(str(report))
    return take_back(taken=taken, by=by, reason=reason)
