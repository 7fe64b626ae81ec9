"""
The working group that writes the report on a plan: its order, its members, the sitting at which they agreed on it.

It belongs to one version of a report. While that is being written the group may change; afterwards it stays as it signed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.history import tracked
from globa.journal.keys import key, new_key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.planning.plans.parts import PartQuerySet, position, says_something, withdrawn_on
from globa.planning.plans.plans import Plan
from globa.registry.accounts.users import User
from globa.registry.ownership import recorded_by
from globa.reports.forms import of_period
from globa.reports.keeping import reports as keeping
from globa.reports.keeping.reports import Report
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

FORM = "plan-implementation"


class NotInForce(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message("The report tells of the version of the plan that the council approved last. Open that one and begin there.")
        )


def while_written(name: str, report: str = "NEW.report_id", when: str = "true") -> pgtrigger.Trigger:
    """`report` is SQL for the key of the report that the row belongs to, `when` for whether it belongs to one."""
    return refuses(
        name,
        f"{when} AND NOT EXISTS (SELECT 1 FROM reports_report r WHERE r.id = ({report}) AND r.state = 'draft')",  # noqa: S608 - names of ours
        _("The report is no longer being written. To change it, return it or make a correction."),
    )


OF_ITS_GROUP = "SELECT g.report_id FROM reports_workinggroup g WHERE g.id = NEW.group_id"


class GroupPart(models.TextChoices):
    CHAIR = "group_chair", pgettext_lazy("of a working group", "chair")
    DEPUTY = "group_deputy", pgettext_lazy("of a working group", "deputy chair")
    SECRETARY = "group_secretary", pgettext_lazy("of a working group", "secretary")
    MEMBER = "group_member", pgettext_lazy("of a working group", "member")


@tracked
class WorkingGroup(models.Model):
    """Of one report on one plan, with the sitting at which the report was agreed on."""

    id = key()
    organisation = recorded_by()
    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="working_group", verbose_name=_("report"))
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reported_by", verbose_name=_("plan"))
    order_number = models.CharField(_("number of the order"), max_length=40, blank=True)
    ordered_on = models.DateField(_("day of the order"), null=True, blank=True)
    sat_on = models.DateField(_("day of the sitting"), null=True, blank=True)
    place = models.CharField(_("place of the sitting"), max_length=200, blank=True)

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report plan order_number ordered_on sat_on place")

    class Meta:
        verbose_name = _("working group of a report")
        constraints = [
            unique_with("organisation", name="working_group_of_organisation"),
            Same("report", "organisation", name="working_group_of_own_report"),
            Same("plan", "organisation", name="working_group_of_own_plan"),
            models.CheckConstraint(
                name="sitting_is_not_before_the_order",
                condition=Q(sat_on__isnull=True) | Q(ordered_on__isnull=True) | Q(sat_on__gte=models.F("ordered_on")),
                violation_error_message=_("A group sits on the day of its order or later. Compare the two days."),
            ),
        ]
        triggers = [while_written("group_of_a_report_being_written")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.order_number}"


@tracked
class GroupMember(models.Model):
    """
    By name and text; `user` is the account with which a member signs here, where there is one. Others sign the printed report.

    `absent_because` is empty of whoever was at the sitting.
    """

    id = key()
    organisation = recorded_by()
    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="members", verbose_name=_("working group"))
    position = position()
    name = models.CharField(_("name"), max_length=150)
    body = models.CharField(_("body and post"), max_length=300, blank=True)
    part = models.CharField(_("part in the group"), max_length=20, choices=GroupPart, default=GroupPart.MEMBER)
    user = models.ForeignKey(
        "registry.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signs with the account")
    )
    absent_because = models.CharField(_("why absent"), max_length=300, blank=True)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation group position name body part user absent_because withdrawn_on")

    class Meta:
        verbose_name = _("member of a working group")
        verbose_name_plural = _("members of a working group")
        ordering = ["position"]
        constraints = [
            Same("group", "organisation", name="member_of_own_group"),
            says_something("name", "group_member_has_a_name", _("Write the member's name.")),
            models.UniqueConstraint(
                fields=["group", "user"],
                name="account_signs_once_in_a_group",
                condition=Q(withdrawn_on__isnull=True, user__isnull=False),
                violation_error_message=_("This account signs for another member already. A member signs with an account of their own."),
            ),
            models.UniqueConstraint(
                fields=["group"],
                name="group_has_one_chair",
                condition=Q(withdrawn_on__isnull=True, part=GroupPart.CHAIR),
                violation_error_message=_("The group has a chair already. Give one of the two another part."),
            ),
        ]
        triggers = [while_written("member_of_a_report_being_written", OF_ITS_GROUP)]

    def __str__(self) -> str:
        return self.name


def plan_of(group: WorkingGroup) -> Plan:
    """While the report is written, the version that is in force; afterwards the one of which it was signed."""
    return group.plan if group.report.is_frozen else _in_force(group)


def _in_force(group: WorkingGroup) -> Plan:
    return Plan.objects.valid().filter(organisation_id=group.organisation_id, year=group.plan.year).first() or group.plan


def keep_the_version(report: Report) -> None:
    """Say of which version the report is signed. Runs inside the operation of whoever signs first."""
    for group in WorkingGroup.objects.filter(report=report).select_related("plan"):
        if group.plan != (plan := _in_force(group)):
            group.plan = plan
            group.save(update_fields=["plan"])


def signs_in_the_group(user: User, report: Report) -> bool:
    """Whether the user was at the sitting of the report's group."""
    return GroupMember.objects.in_force().filter(group__report=report, user=user, absent_because="").exists()


@dataclass(frozen=True)
class Named:
    """A member as somebody writes the group down."""

    name: str
    body: str = ""
    part: str = GroupPart.MEMBER
    user: User | None = None
    absent_because: str = ""


def begin(*, plan: Plan, by: Actor | None) -> Report:
    """Begin the report on a plan in force, with a group that has no members yet."""
    if not Plan.objects.valid().filter(pk=plan.pk).exists():
        raise NotInForce
    period = Period.year(plan.year)
    report = keeping.start(organisation=plan.organisation, form=of_period(FORM, period), period=period, by=by)
    group = WorkingGroup(organisation_id=plan.organisation_id, report=report, plan=plan)
    with operation("reports.begin_on_a_plan", by=by, about=report):
        group.save(force_insert=True)
        put_into(group, _waiting(group))
    return report


def _waiting(group: WorkingGroup) -> Iterable[Any]:
    """What documents told of things beside the plan, in any of its versions."""
    rows = group.beside.model.objects.in_force().filter(organisation_id=group.organisation_id, plan__year=group.plan.year)
    return rows.order_by("position", "pk")


def put_into(group: WorkingGroup, rows: Iterable[Any]) -> None:
    """Copies of activities that wait with the plan. Runs inside the operation of whoever begins or accepts."""
    for one in rows:
        copy = deepcopy(one)
        copy.pk, copy._state.adding, copy.group, copy.plan, copy.position = new_key(), True, group, None, group.beside.count()
        copy.save(force_insert=True)


def appoint(*, group: WorkingGroup, order_number: str, ordered_on: date | None, members: Sequence[Named], by: Actor | None) -> None:
    """Write down the order and who is in the group; whoever was in it and is not named any more is withdrawn."""
    with operation("reports.appoint_group", by=by, about=group):
        group.order_number, group.ordered_on = order_number, ordered_on
        group.save(update_fields=["order_number", "ordered_on"])
        group.members.in_force().update(withdrawn_on=today())
        for place, one in enumerate(members):
            GroupMember.objects.create(
                organisation_id=group.organisation_id, group=group, position=place, name=one.name, body=one.body, part=one.part,
                user=one.user, absent_because=one.absent_because,
            )  # fmt: skip


def sit(*, group: WorkingGroup, day: date | None, place: str, absent: Mapping[uuid.UUID, str], by: Actor | None) -> None:
    """Write down the sitting: `absent` says of members, by key, why they were not there; all others were."""
    with operation("reports.sit", by=by, about=group):
        group.sat_on, group.place = day, place
        group.save(update_fields=["sat_on", "place"])
        for member in group.members.in_force():
            because = absent.get(member.pk, "")
            if member.absent_because != because:
                member.absent_because = because
                member.save(update_fields=["absent_because"])


def carry_over(*, earlier: Report, report: Report) -> None:
    """A correction of a report has the group of the version that it corrects. Runs inside the operation of whoever corrects."""
    group = WorkingGroup.objects.filter(report=earlier).first()
    if group is None:
        return
    members, beside = list(group.members.in_force()), list(group.beside.in_force())
    copy = WorkingGroup.objects.create(
        organisation_id=group.organisation_id, report=report, plan=_in_force(group), order_number=group.order_number,
        ordered_on=group.ordered_on, sat_on=group.sat_on, place=group.place,
    )  # fmt: skip
    for rows in (members, beside):
        for one in rows:
            one.pk, one._state.adding, one.group = None, True, copy
            one.save(force_insert=True)
