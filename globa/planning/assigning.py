"""Saying of many entries at once for which line of a plan they count: one act, which can be taken back whole."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import unique_with
from globa.planning.ledger import AlreadyWithdrawn, Entry
from globa.planning.line_keys import ForgottenAlready, LineKey, keep_key
from globa.planning.line_names import NOT_OF_ITS_MUNICIPALITY, Said
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet, withdrawn_on
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class NothingToAssign(Refusal):
    def __init__(self) -> None:
        super().__init__(message("None of these entries waits for a line any more. Open the page again."))


@tracked
class Assignment(models.Model):
    """`entries` are those that it put on the line; keys that it kept are taken back with it."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("line of a plan"))
    many = models.PositiveIntegerField(_("entries"))
    assigned_on = models.DateField(_("assigned on"), default=today, editable=False)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation year line many assigned_on withdrawn_on")

    class Meta:
        verbose_name = _("assignment to a line")
        verbose_name_plural = _("assignments to lines")
        ordering = ["-id"]
        constraints = [unique_with("organisation", name="assignment_of_organisation")]
        triggers = [
            refuses(
                "assignment_to_a_line_of_its_municipality",
                NOT_OF_ITS_MUNICIPALITY,
                _("The line is of another municipality's plan. Choose a line of the plan of the own one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.line_id}"


def assign(
    *, organisation: Organisation, year: int, entries: Sequence[Entry], line: PlanLine, by: Actor | None, remembered: Sequence[Said] = (),
    once: uuid.UUID | None = None,
) -> Assignment:  # fmt: skip
    """Put entries that name no line on one, all of them or none; what is `remembered` proposes the line from now on."""
    waiting = Entry.objects.standing().filter(organisation=organisation, line__isnull=True, pk__in=[one.pk for one in entries])
    made = Assignment(organisation=organisation, year=year, line=line, many=waiting.count())
    if not made.many:
        raise NothingToAssign
    with operation("planning.assign", by=by, about=made, once=once):
        made.save(force_insert=True)
        waiting.update(line=line, assignment=made)
        for said in remembered:
            keep_key(organisation=organisation, year=year, said=said, line=line, by=by, assignment=made)
    return made


def name_line(*, entry: Entry, line: PlanLine | None, by: Actor | None, reason: str) -> Entry:
    """Put one entry on another line, or on none; since when it counts there the act tells."""
    if entry.withdrawn_on:
        raise AlreadyWithdrawn
    with operation("planning.name_line", by=by, about=entry, reason=reason):
        entry.line = line
        entry.assignment = None
        if line is not None:
            entry.assignment = Assignment.objects.create(organisation=entry.organisation, year=entry.booked_on.year, line=line, many=1)
        entry.save(update_fields=["line", "assignment"])
    return entry


def take_back_assignment(*, assignment: Assignment, by: Actor | None, reason: str) -> int:
    """The entries wait for a line again, but for those that somebody corrected since; return how many."""
    if assignment.withdrawn_on:
        raise ForgottenAlready
    with operation("planning.take_back_assignment", by=by, about=assignment, reason=reason):
        assignment.withdrawn_on = today()
        assignment.save(update_fields=["withdrawn_on"])
        LineKey.objects.in_force().filter(assignment=assignment).update(withdrawn_on=today())
        own = Entry.objects.standing().filter(assignment=assignment, line_id=assignment.line_id)
        return own.update(line=None, assignment=None)
