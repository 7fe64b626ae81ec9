"""Posts of an institution and who fills them, in full-time equivalents and by date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day, make_room
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.registry.reasons import Reason
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class PostTitle(models.TextChoices):
    DIRECTOR = "director", _("director")
    DEPUTY_DIRECTOR = "deputy_director", _("deputy director")
    PERSONNEL_SPECIALIST = "personnel_specialist", _("personnel specialist and secretary")
    SOCIAL_WORKER = "social_worker", _("social worker")
    FOSTER_COORDINATOR = "foster_coordinator", _("foster coordinator")
    PROGRAMME_COORDINATOR = "programme_coordinator", _("programme coordinator")
    ATTESTED_PERSON = "attested_person", _("attested specialist")
    CARE_ASSISTANT = "care_assistant", _("care assistant")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    DRIVER = "driver", _("driver")
    MAINTENANCE_MANAGER = "maintenance_manager", _("maintenance manager")
    ACCOUNTANT = "accountant", _("accountant")
    OTHER = "other", _("other")


class PostGroup(models.TextChoices):
    SOCIAL_WORK = "social_work", _("social work")
    ADMINISTRATION_AND_MAINTENANCE = "administration_and_maintenance", _("administration and maintenance")


class Level(models.TextChoices):
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class PostGoesOn(Refusal):
    at = "on"

    def __init__(self) -> None:
        super().__init__(message("A worker or another number of posts begins on that day or later. Choose a later day, or end that first."))


@tracked
class Post(models.Model):
    """A line of the list of posts. `levels` are the ones it may have: "A or B" is [A, B]."""

    id = key()
    organisation = recorded_by()
    unit = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit or home")
    )
    title = models.CharField(_("post"), max_length=40, choices=PostTitle)
    group = models.CharField(_("group"), max_length=40, choices=PostGroup)
    levels = ArrayField(models.CharField(max_length=2, choices=Level), verbose_name=_("levels"))
    during = DateRangeField(_("in the list"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation unit title group levels during")

    class Meta:
        verbose_name = _("post")
        constraints = [
            unique_with("organisation", name="post_of_organisation"),
            models.CheckConstraint(
                name="post_has_a_level", condition=Q(levels__len__gt=0), violation_error_message=_("Say which level the post has.")
            ),
            lasts_a_day("post_lasts_a_day"),
        ]
        triggers = [
            refuses(
                "post_is_closed_with_its_workers",
                "EXISTS (SELECT 1 FROM registry_postholding h WHERE h.post_id = NEW.id AND NOT h.during <@ NEW.during)",
                _("Somebody holds the post on days on which it would not be in the list. Let them leave it first."),
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.get_title_display()


@tracked
class PostAllowance(models.Model):
    """How many full-time equivalents of a post are allowed."""

    id = key()
    organisation = recorded_by()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="allowances", verbose_name=_("post"))
    fte = models.DecimalField(_("full-time equivalents"), max_digits=6, decimal_places=2)
    during = DateRangeField(_("allowed"))
    reason = models.ForeignKey(
        "registry.Reason", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reason of change")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation post fte during reason")

    class Meta:
        verbose_name = _("allowed posts")
        constraints = [
            Same("post", "organisation", name="allowance_of_own_post"),
            models.CheckConstraint(
                name="allowance_is_not_negative",
                condition=Q(fte__gte=0),
                violation_error_message=_("The number of posts cannot be below zero."),
            ),
            ExclusionConstraint(
                name="one_allowance_at_a_time",
                expressions=[("post", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another number is already allowed on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.fte}"


@tracked
class PostLimit(models.Model):
    """The most posts an institution may have, by the council's decision."""

    id = key()
    organisation = recorded_by()
    fte = models.DecimalField(_("full-time equivalents"), max_digits=6, decimal_places=2)
    during = DateRangeField(_("in force"))
    paper = models.ForeignKey(
        "registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decision")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation fte during paper")

    class Meta:
        verbose_name = _("maximum number of posts")
        constraints = [
            Same("paper", "organisation", name="post_limit_by_own_paper"),
            models.CheckConstraint(
                name="post_limit_is_positive",
                condition=Q(fte__gt=0),
                violation_error_message=_("The maximum number of posts is above zero. Write it as in the decision."),
            ),
            ExclusionConstraint(
                name="one_post_limit_at_a_time",
                expressions=[("organisation", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another maximum is already in force on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.fte)


@tracked
class PostHolding(models.Model):
    """A worker in a post: how much of it, who pays, and why it changed."""

    id = key()
    organisation = recorded_by()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings", verbose_name=_("post"))
    worker = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="posts", verbose_name=_("worker"))
    fte = models.DecimalField(_("full-time equivalents"), max_digits=4, decimal_places=2)
    payer = models.ForeignKey(
        "registry.Payer", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid by")
    )
    during = DateRangeField(_("in the post"))
    reason = models.ForeignKey(
        "registry.Reason", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reason of change")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation post worker fte payer during reason")

    class Meta:
        verbose_name = _("worker in a post")
        constraints = [
            Same("post", "organisation", name="holding_of_own_post"),
            Same("payer", "organisation", name="holding_paid_by_own_payer"),
            models.CheckConstraint(
                name="holding_is_part_of_a_post",
                condition=Q(fte__gt=0, fte__lte=2),
                violation_error_message=_("A worker holds more than none and at most two posts of one line."),
            ),
            lasts_a_day("holding_lasts_a_day"),
            ExclusionConstraint(
                name="worker_holds_a_post_once_at_a_time",
                expressions=[("post", RangeOperators.EQUAL), ("worker", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("This worker already holds the post on some of these days."),
            ),
        ]
        triggers = [
            refuses(
                "post_is_held_while_it_is_in_the_list",
                "NOT EXISTS (SELECT 1 FROM registry_post p WHERE p.id = NEW.post_id AND p.during @> NEW.during)",
                _("The post is not in the list on all of these days: it begins later, or was closed. Look at its days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.worker_id}"


def add_post(
    *, organisation: Organisation, title: str, group: str, levels: list[str], fte: Decimal, since: date, by: Actor | None,
    unit: Organisation | None = None,
) -> Post:  # fmt: skip
    """Add a line to the list of posts, with how much of it is allowed."""
    made = Post(organisation=organisation, unit=unit, title=title, group=group, levels=levels, during=(since, None))
    with operation("registry.add_post", by=by, about=made):
        made.save(force_insert=True)
        PostAllowance.objects.create(organisation=organisation, post=made, fte=fte, during=(since, None))
    return made


def close_post(*, post: Post, on: date, by: Actor | None, reason: str) -> None:
    """From `on` the post is not in the list: whoever holds it leaves it, and none of it is allowed. What begins later is ended first."""
    with operation("registry.close_post", by=by, about=post, reason=reason):
        for rows in (post.holdings, post.allowances):
            if rows.filter(during__startswith__gte=on).exists():
                raise PostGoesOn
            for row in rows.select_for_update().filter(during__contains=on):
                row.during = (row.during.lower, on)
                row.save(update_fields=["during"])
        post.during = (post.during.lower, on)
        post.save(update_fields=["during"])


def allow(*, post: Post, fte: Decimal, since: date, by: Actor | None, reason: Reason | None = None) -> PostAllowance:
    """From a day on so many full-time equivalents of the post."""
    made = PostAllowance(organisation_id=post.organisation_id, post=post, fte=fte, reason=reason)
    with operation("registry.allow_post", by=by, about=made):
        made.during = make_room(PostAllowance.objects.filter(post=post), since)
        made.save(force_insert=True)
    return made


def limit_posts(*, organisation: Organisation, fte: Decimal, since: date, by: Actor | None) -> PostLimit:
    made = PostLimit(organisation=organisation, fte=fte)
    with operation("registry.limit_posts", by=by, about=made):
        made.during = make_room(PostLimit.objects.filter(organisation=organisation), since)
        made.save(force_insert=True)
    return made


def hold(*, post: Post, worker: Person, fte: Decimal, since: date, by: Actor | None, reason: Reason | None = None) -> PostHolding:
    """A worker begins in a post."""
    made = PostHolding(organisation_id=post.organisation_id, post=post, worker=worker, fte=fte, during=(since, None), reason=reason)
    with operation("registry.hold_post", by=by, about=made):
        made.save(force_insert=True)
    return made


def leave_post(*, holding: PostHolding, on: date, by: Actor | None, reason: Reason | None = None) -> None:
    """The last day in it is the one before `on`."""
    with operation("registry.leave_post", by=by, about=holding):
        holding.during, holding.reason = (holding.during.lower, on), reason or holding.reason
        holding.save(update_fields=["during", "reason"])
