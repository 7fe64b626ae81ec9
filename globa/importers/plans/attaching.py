"""A report on a plan that is kept already: what was used and achieved is written on its lines, and no second plan is made."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from globa.importers.plans import beside_written
from globa.importers.plans.accepting import ends
from globa.importers.plans.booking import Booked, Books, booked, kept_file, says_used, why_nothing
from globa.importers.plans.decided import Decided, Results, decided
from globa.importers.plans.decisions import Booking, Decisions
from globa.importers.plans.kept import ImportState, PlanImport
from globa.importers.plans.kept_plans import kept_lines, kept_plan, lines_of
from globa.importers.plans.matching import KeptLine, Settled, matched, settled
from globa.importers.plans.refusals import DecidedAlready, NoPlanKept, NotDecided, NothingToBook, RestsOn
from globa.importers.plans.wording import words_of
from globa.journal.operations import operation
from globa.planning.ledger import Entry
from globa.planning.ledger_imports import LedgerImport, take_back
from globa.planning.plans.changing import withdraw
from globa.planning.plans.lines import PlanLine, say_nothing_used
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, Obstacle
from globa.registry.accounts.users import User
from globa.registry.files import File
from globa.reports.implementation.group import WorkingGroup
from globa.reports.keeping.reports import FROZEN


@dataclass
class Writing:
    """The rows that a report adds to the lines of a plan."""

    file: File
    books: Books
    says_used: bool
    entries: list[Entry] = field(default_factory=list)
    results: list[AchievedResult] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    why_not: list[tuple[PlanLine, str]] = field(default_factory=list)


def attach(*, plan: PlanImport, by: User, once: uuid.UUID | None = None) -> Plan:
    """
    Book what a report says was used and write down its results, as it was decided on, in one operation.

    Refuses while anything is undecided, and where nothing would be written. Planned amounts stay as the plan has them.
    """
    with operation("importers.attach_report", by=by, about=plan, imported_from=plan.pk, once=once):
        kept = PlanImport.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=plan.pk)
        read, content, on = kept.what_was_read(), kept.content(), kept_plan(kept)
        if not kept.is_read or read is None or content is None:
            raise DecidedAlready
        if on is None:
            raise NoPlanKept(kept.year)
        decisions, found = kept.decided(), decided(read, kept.decided())
        file = kept_file(kept, content, by)
        wrote = _written(_settled(found, decisions, on), found, Books.of(kept.organisation, kept.year, file), by)
        beside = beside_written.write(read=found.plan, decisions=decisions, plan=on, document=kept.name, by=by)
        if not any((*wrote.values(), *beside.values())):
            raise NothingToBook
        ends(plan, ImportState.ACCEPTED, file=file, attached_to=on, wrote=wrote | beside)
    return on


def _settled(found: Decided, decisions: Decisions, on: Plan) -> list[tuple[Settled, PlanLine]]:
    """What is done with each line of the report that is not left out."""
    lines = lines_of(on)
    by_lineage = {str(one.lineage): one for one in lines}
    kept = {one.key: one for one in kept_lines(lines)}
    made = [settled(one, decisions.matches.get(one.key), kept) for one in matched(found.plan, list(kept.values()))]
    if left := made.count(None):
        raise NotDecided(left)
    return [(one, by_lineage[one.on.key]) for one in made if one and one.on]


def _written(rows: Sequence[tuple[Settled, PlanLine]], found: Decided, books: Books, by: User) -> dict[str, list[str]]:
    """The keys of the rows, by kind."""
    to = Writing(books.file, books, says_used(one.match.line.used for one, _line in rows))
    said = _said({line.lineage for _one, line in rows})
    for one, line in rows:
        _money(to, one, line)
        _results(to, line, found.results.get((one.match.measure.serial, one.match.at), Results()), said)
    if to.entries:
        books.book(to.entries, by)
    AchievedResult.objects.bulk_create(to.results)
    Obstacle.objects.bulk_create(to.obstacles)
    for line, why in to.why_not:
        say_nothing_used(line=line, missing=why, by=by)
    keys: dict[str, Sequence[Any]] = {
        "entries": to.entries,
        "results": to.results,
        "obstacles": to.obstacles,
        "why_not": [line for line, _why in to.why_not],
    }
    return {kind: [str(row.pk) for row in made] for kind, made in keys.items()}


def _money(to: Writing, one: Settled, line: PlanLine) -> None:
    """A line of which nothing was used says why, unless it says so already or the ledger knows better."""
    amounts = to_book(one)
    bodies = [body.body for body in line.bodies.filter(withdrawn_on__isnull=True).select_related("body")] if amounts else []
    to.entries += [to.books.entry(amount, line, bodies[0] if len(bodies) == 1 else None) for amount in amounts]
    is_silent = one.on is not None and not one.on.used and not line.used_missing
    if not amounts and to.says_used and is_silent and one.match.line.used.total is None:
        to.why_not.append((line, why_nothing(one.match.line.used)))


def to_book(one: Settled) -> list[Booked]:
    """All of the report's amounts, or what the ledger does not have of them: then a source of which it has too much is taken back."""
    if one.booking == Booking.NOTHING or one.on is None:
        return []
    found = booked(one.match.line.used, one.match.measure.no)
    return found if one.booking == Booking.ALL else difference(found, one.on)


def difference(found: Iterable[Booked], on: KeptLine) -> list[Booked]:
    """By source, what makes the ledger say what the report says."""
    rows = list(found)
    wanted: dict[str, Decimal] = {}
    for row in rows:
        wanted[row.source] = wanted.get(row.source, Decimal(0)) + row.amount
    purposes = {row.source: row.purpose for row in rows}
    differences = {source: wanted.get(source, Decimal(0)) - on.used.get(source, Decimal(0)) for source in {**wanted, **on.used}}
    return [Booked(amount, source, purposes.get(source, "")) for source, amount in differences.items() if amount]


def _said(lineages: Iterable[uuid.UUID]) -> dict[type[Any], set[tuple[uuid.UUID, str]]]:
    """What stands on the lines already: it is not written twice."""
    found = {}
    for kind in (AchievedResult, Obstacle):
        rows = kind.objects.in_force().filter(line__lineage__in=lineages)
        found[kind] = set(rows.values_list("line__lineage", "text"))
    return found


def _results(to: Writing, line: PlanLine, results: Results, said: dict[type[Any], set[tuple[uuid.UUID, str]]]) -> None:
    own = {"organisation_id": line.organisation_id, "line": line}
    first = line.achieved_results.count()
    for at, one in enumerate(one for one in results.achieved if (line.lineage, one.text) not in said[AchievedResult]):
        to.results.append(
            AchievedResult(**own, position=first + at, text=one.text, **words_of(one), reason=to.file.name, file=to.file)
            if one.quantity is not None
            else AchievedResult(**own, position=first + at, text=one.text, file=to.file)
        )
    for at, text in enumerate(text for text in results.obstacles if (line.lineage, text) not in said[Obstacle]):
        to.obstacles.append(Obstacle(**own, position=at, text=text))


def detach(*, plan: PlanImport, reason: str, by: User) -> None:
    """Take back what a report added to a plan; the plan itself, and what others wrote on it, stays."""
    if plan.state != ImportState.ACCEPTED or plan.attached_to is None:
        raise DecidedAlready
    if what := rests_on_report(plan.attached_to):
        raise what
    with operation("importers.detach_report", by=by, about=plan, reason=reason, imported_from=plan.pk):
        for taken in LedgerImport.objects.filter(file=plan.file, withdrawn_on__isnull=True):
            take_back(taken=taken, by=by, reason=reason)
        for kind, model in (("results", AchievedResult), ("obstacles", Obstacle)):
            for part in model.objects.in_force().filter(pk__in=plan.wrote[kind]):
                withdraw(part=part, by=by, reason=reason)
        for line in PlanLine.objects.filter(pk__in=plan.wrote["why_not"]):
            say_nothing_used(line=line, missing="", by=by)
        beside_written.take_back(wrote=plan.wrote, reason=reason, by=by)
        ends(plan, ImportState.UNDONE)


def rests_on_report(on: Plan) -> RestsOn | None:
    """A signed report on the plan rests on what was booked on it."""
    signed = WorkingGroup.objects.filter(plan__organisation=on.organisation_id, plan__year=on.year, report__state__in=FROZEN)
    return RestsOn.signed() if signed.exists() else None
