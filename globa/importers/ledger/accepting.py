"""What a person agreed to is booked, and taken back as a whole where nothing signed rests on it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction

from globa.importers.ledger.proposing import Proposed
from globa.importers.ledger.refusals import NothingToBook, SignedRestsOnIt, SignedRestsOnLines, Undecided
from globa.journal.operations import Actor, reference
from globa.planning.assigning import Assignment, take_back_assignment
from globa.planning.ledger import Entry
from globa.planning.ledger_imports import LedgerImport, take_back, take_in
from globa.planning.line_keys import keep_key
from globa.registry.organisations import Organisation
from globa.reports.keeping.reports import Report


def accept(
    proposed: Proposed, *, organisation: Organisation, name: str, content: bytes, by: Actor | None, once: uuid.UUID | None = None
) -> LedgerImport:
    """One operation, with the words that mean lines from now on. While anything waits for an answer nothing is booked."""
    if proposed.open:
        raise Undecided(proposed.open)
    if not proposed.entries:
        raise NothingToBook
    with transaction.atomic():
        taken = take_in(organisation=organisation, name=name, content=content, entries=proposed.entries, by=by, once=once)
        for said, year, line in proposed.keys:
            keep_key(organisation=organisation, year=year, said=said, line=line, by=by)
    return taken


def undo(*, taken: LedgerImport, by: Actor | None, reason: str) -> int:
    """Withdraw all that the file brought; what somebody signed stays as it was signed."""
    if report := _signed_with(taken.entries.all()):
        raise SignedRestsOnIt(str(report))
    return take_back(taken=taken, by=by, reason=reason)


def undo_assignment(*, assignment: Assignment, by: Actor | None, reason: str) -> int:
    """Let the entries wait for a line again, unless somebody signed a report that counts them on it."""
    if report := _signed_with(assignment.entries.all()):
        raise SignedRestsOnLines(str(report))
    return take_back_assignment(assignment=assignment, by=by, reason=reason)


def _signed_with(entries: Iterable[Entry]) -> Report | None:
    rows = [reference(entry) for entry in entries]
    found: Report | None = Report.objects.signed().filter(records__record__in=rows).newest_first().first()
    return found
