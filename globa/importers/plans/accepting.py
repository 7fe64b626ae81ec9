"""A read plan that a person has decided about becomes the municipality's plan, as one operation, and may be taken back whole."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from globa.importers.plans import beside_written
from globa.importers.plans.booking import Books, amounts_of, booked, kept_file, parts_fit, purpose_of, says_used, why_nothing
from globa.importers.plans.decided import Decided, Results, decided
from globa.importers.plans.kept import ImportState, PlanImport
from globa.importers.plans.refusals import DecidedAlready, RestsOn
from globa.importers.plans.understood import Amount, Line, Measure, Missing, Money
from globa.importers.plans.understood import Plan as Understood
from globa.importers.plans.wording import target, words_of
from globa.journal.operations import Operation, operation, reference
from globa.planning.ledger import Entry
from globa.planning.ledger_imports import LedgerImport, take_back
from globa.planning.plans import plans, tree
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan, PlanForm
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.sources import PlanSource
from globa.registry.accounts.users import User
from globa.registry.files import File
from globa.registry.organisations import Organisation
from globa.reports.implementation.group import WorkingGroup
from globa.reports.keeping.reports import FROZEN

LAST_OF_THE_OLD_FORM = 2024


@dataclass
class Writing:
    """The rows of one plan, made in memory and kept at the end, a statement for each table."""

    decided: Decided
    plan: Plan
    file: File
    sources: dict[str, PlanSource]
    books: Books
    bodies: dict[uuid.UUID, Organisation]
    says_used: bool
    rows: dict[type[Any], list[Any]] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Any]:
        return {"organisation_id": self.plan.organisation_id}

    def add(self, row: Any) -> Any:
        self.rows.setdefault(type(row), []).append(row)
        return row

    def of(self, kind: type[Any]) -> list[Any]:
        return self.rows.get(kind, [])


def accept(
    *, plan: PlanImport, by: User, title: str = "", approved_on: date | None = None, decision_no: str = "", once: uuid.UUID | None = None,
) -> Plan:  # fmt: skip
    """
    Write the plan that was read as it was decided on: its tree, planned money and results, and what was used into the ledger.

    Used amounts are dated the last day of the year. With `approved_on` and `decision_no` it is the approved plan, else a draft. Refuses
    while anything is undecided, where an amount names no source, and where the year has a plan already.
    """
    with operation("importers.accept_plan", by=by, about=plan, imported_from=plan.pk, once=once):
        kept = PlanImport.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=plan.pk)
        read, content = kept.what_was_read(), kept.content()
        if not kept.is_read or read is None or content is None:
            raise DecidedAlready
        found = decided(read, kept.decided())
        made = _written(kept, found, content, title, by)
        wrote = beside_written.write(read=found.plan, decisions=kept.decided(), plan=made, document=kept.name, by=by)
        if approved_on:
            plans.approve(plan=made, on=approved_on, decision_no=decision_no, by=by)
        ends(plan, ImportState.ACCEPTED, file=made.file, wrote=wrote)
    return made


def undo(*, plan: PlanImport, reason: str, by: User) -> None:
    """Take back all that an accepted document wrote, unless something rests on it by now."""
    made = plan_of(plan)
    if plan.state != ImportState.ACCEPTED or made is None:
        raise DecidedAlready
    if what := rests_on(made):
        raise what
    with operation("importers.undo_plan", by=by, about=plan, reason=reason, imported_from=plan.pk):
        for taken in LedgerImport.objects.filter(file=made.file, withdrawn_on__isnull=True):
            take_back(taken=taken, by=by, reason=reason)
        beside_written.take_back(wrote=plan.wrote, reason=reason, by=by)
        plans.withdraw_plan(plan=made, reason=reason, by=by)
        ends(plan, ImportState.UNDONE)


def plan_of(plan: PlanImport) -> Plan | None:
    """The plan that an accepted document became."""
    return Plan.objects.filter(imported_from=plan.pk).first()


def rests_on(made: Plan) -> RestsOn | None:
    """What keeps a plan from being taken back: an approval after it, a signed report, an amendment, or what others booked on its lines."""
    if Operation.objects.filter(subject=reference(made), verb="planning.approve_plan").exists():
        return RestsOn.approval()
    if WorkingGroup.objects.filter(plan=made, report__state__in=FROZEN).exists():
        return RestsOn.report()
    if Plan.objects.in_force().filter(amends=made).exists():
        return RestsOn.amendment()
    if PlanImport.objects.filter(attached_to=made, state=ImportState.ACCEPTED).exists():
        return RestsOn.attached()
    entries = Entry.objects.filter(line__measure__objective__goal__plan=made, withdrawn_on__isnull=True)
    if entries.exclude(taken_from__file=made.file).exists():
        return RestsOn.entries()
    return None


def ends(plan: PlanImport, state: ImportState, **what: Any) -> None:
    changes = {"state": state, "file_sealed": None, "done_at": timezone.now(), **what}
    for name, value in changes.items():
        setattr(plan, name, value)
    plan.save(update_fields=list(changes))


def _written(kept: PlanImport, found: Decided, content: bytes, title: str, by: User) -> Plan:
    file = kept_file(kept, content, by)
    made = Plan(
        organisation=kept.organisation, year=kept.year, title=title.strip() or f"{kept.year} m. socialinių paslaugų planas",
        form=PlanForm.A1_104 if kept.year <= LAST_OF_THE_OLD_FORM else PlanForm.A1_368, file=file, imported_from=kept.pk,
    )  # fmt: skip
    made.save(force_insert=True)
    writing = _begun(found, made, file)
    _tree(writing, found.plan)
    for kind in (tree.Goal, tree.Objective, tree.Measure, PlanLine, LineBody, PlannedAmount, ExpectedResult, AchievedResult, Obstacle):
        kind.objects.bulk_create(writing.of(kind))
    if entries := writing.of(Entry):
        writing.books.book(entries, by)
    return made


def _begun(found: Decided, made: Plan, file: File) -> Writing:
    bodies = Organisation.objects.in_bulk(list(found.bodies.values()))
    told = says_used(line.used for measure in found.plan.measures() for line in measure.lines)
    sources = {one.code: one for one in PlanSource.objects.all()}
    return Writing(found, made, file, sources, Books.of(made.organisation, made.year, file), bodies, told)


def _tree(to: Writing, plan: Understood) -> None:
    for number, goal in enumerate(plan.goals):
        above = to.add(tree.Goal(**to.own, plan=to.plan, no=goal.no, text=goal.text, position=number))
        for at, task in enumerate(goal.tasks):
            objective = to.add(tree.Objective(**to.own, goal=above, no=task.no, text=task.text, position=at))
            for place, measure in enumerate(task.measures):
                one = to.add(tree.Measure(**to.own, objective=objective, no=measure.no, text=measure.text, position=place))
                _lines(to, measure, one)


def _lines(to: Writing, read: Measure, measure: tree.Measure) -> None:
    for at, line in enumerate(read.lines):
        made = to.add(PlanLine(**to.own, measure=measure, position=at, expected_text=line.expected))
        _bodies(to, made, line)
        made.planned_missing = _planned(to, made, line.planned, read.no)
        made.used_missing = _used(to, made, line.used, read.no)
        _results(to, made, to.decided.results.get((read.serial, at), Results()))


def _bodies(to: Writing, on: PlanLine, line: Line) -> None:
    for at, name in enumerate(dict.fromkeys(line.responsible)):
        known = to.bodies.get(to.decided.bodies[name]) if name in to.decided.bodies else None
        to.add(LineBody(**to.own, line=on, position=at, body=known, name=name))


def _planned(to: Writing, on: PlanLine, money: Money, no: str) -> str:
    """Add the planned amounts; return why there are none, or nothing."""
    for at, amount in enumerate(amounts_of(money, no)):
        whole = to.add(_amount(to, on, amount, amount.source, position=at, missing=money.missing or Missing.UNKNOWN))
        for place, part in enumerate(amount.parts if parts_fit(amount) else ()):
            to.add(_amount(to, on, part, amount.source, position=place, parent=whole))
    return "" if money.amounts or money.stated is not None else money.missing or Missing.UNKNOWN


def _amount(to: Writing, on: PlanLine, amount: Amount, source: str, *, missing: str = Missing.UNKNOWN, **place: Any) -> PlannedAmount:
    """A printed 0 is nothing planned, and said so."""
    why_not = "" if amount.amount else Missing.NONE if amount.amount == 0 else missing
    return PlannedAmount(
        **to.own, line=on, source=to.sources[source], amount=amount.amount or None, missing=why_not, purpose=purpose_of(amount), **place
    )


def _used(to: Writing, on: PlanLine, money: Money, no: str) -> str:
    """Book what was used; return why nothing was, or nothing where nobody has said anything yet."""
    known = [one.body for one in to.of(LineBody) if one.line is on]
    found = booked(money, no)
    for one in found:
        to.add(to.books.entry(one, on, known[0] if len(known) == 1 else None))
    return "" if found or not to.says_used else why_nothing(money)


def _results(to: Writing, on: PlanLine, results: Results) -> None:
    for at, one in enumerate(results.expected):
        to.add(ExpectedResult(**to.own, line=on, position=at, text=one.text, **target(one)))
    for at, one in enumerate(results.achieved):
        proof = {"reason": to.file.name, "file": to.file} if one.quantity is not None else {}
        to.add(AchievedResult(**to.own, line=on, position=at, text=one.text, **words_of(one), **proof))
    for at, text in enumerate(results.obstacles):
        to.add(Obstacle(**to.own, line=on, position=at, text=text))
