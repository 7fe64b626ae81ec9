"""Who works with whom by name: it opens the file to a worker to whom the role alone would not."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.involvement import LegalBasis
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.registry.policy import RULES, Opens, Way
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class NotAssigned(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This worker is not assigned to the person on that day. Look at the list of who works with them."))


class AssignmentQuerySet(OwnQuerySet):
    def on(self, day: date) -> AssignmentQuerySet:
        return self.filter(during__contains=day)


@tracked
class Assignment(models.Model):
    """
    An assignment that was a mistake ends on the day it began, and was never in force.

    It ends with the organisation's last file on the person: a closed file is open to nobody by an old assignment.
    """

    id = key()
    organisation = recorded_by()
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="assignments", verbose_name=_("person"))
    user = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="assignments", verbose_name=_("worker"))
    role = models.CharField(_("as"), max_length=40, choices=Role)
    basis = models.CharField(_("legal basis"), max_length=20, choices=LegalBasis, default=LegalBasis.PUBLIC_TASK)
    during = DateRangeField(_("works with them"))

    objects = AssignmentQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S1="id organisation user role basis during", S2="person")

    class Meta:
        verbose_name = _("assignment")
        constraints = [
            ExclusionConstraint(
                name="assigned_once_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This worker is already assigned to the person on some of these days."),
            ),
        ]
        triggers = [
            refuses(
                "whoever_is_assigned_works_here",
                "NOT EXISTS (SELECT 1 FROM registry_appointment a WHERE a.user_id = NEW.user_id AND a.during && NEW.during)"
                " AND NOT isempty(NEW.during) AND NOT (TG_OP = 'UPDATE' AND NEW.during <@ OLD.during)",
                _("This account has no place of work on any of these days. Choose somebody who works here."),
            ),
            refuses(
                "assigned_to_whom_the_organisation_knows",
                "NOT EXISTS (SELECT 1 FROM registry_involvement i"
                " WHERE i.person_id = NEW.person_id AND i.organisation_id = NEW.organisation_id"
                " AND (isempty(NEW.during) OR upper_inf(i.during) OR upper(i.during) >= upper(NEW.during)))",
                _("The organisation keeps no file on this person, or closes it before the last of these days. Open one first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.during}"


def assign(
    *, person: Person, user: User, role: str, organisation: Organisation, since: date, by: Actor | None, reason: str = ""
) -> Assignment:
    """Open the person's file to a worker from a day on."""
    made = Assignment(organisation=organisation, person=person, user=user, role=role, during=(since, None))
    with operation("registry.assign", by=by, about=made, reason=reason):
        made.save(force_insert=True)
    return made


BY_NAME = {rule.role for rule in RULES if rule.way is Way.ASSIGNED and rule.opens is Opens.FILE}
"""Roles to which a file is opened by an assignment and not by their post."""


def assign_who_registers(person: uuid.UUID, organisation: Organisation, by: Actor | None) -> None:
    """Whoever registers somebody goes on with them, until the head gives them to a colleague."""
    if by is None:
        return
    mine = Appointment.objects.on(today()).filter(user_id=by.pk, role__in=BY_NAME).order_by("during", "pk").first()
    if mine is not None:
        Assignment.objects.create(organisation=organisation, person_id=person, user_id=by.pk, role=mine.role, during=(today(), None))


def end(*, assignment: Assignment, on: date, by: Actor | None, reason: str = "") -> None:
    """The last day is the one before `on`; on its first day it becomes one that was never in force."""
    began = assignment.during.lower
    if on < began:
        raise NotAssigned
    with operation("registry.end_assignment", by=by, about=assignment, reason=reason):
        assignment.during = (began, on)
        assignment.save(update_fields=["during"])
