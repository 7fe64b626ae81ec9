"""A municipality's plan of a year, in versions: the next one amends the one before, and what was approved stays."""

from __future__ import annotations

from datetime import date
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.planning.plans.parts import PartQuerySet, says_something, withdrawn_on
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class NothingPlanned(Refusal):
    def __init__(self) -> None:
        super().__init__(message("The plan has no measure yet, so there is nothing to approve. Add a measure first."))


class PlanForm(models.TextChoices):
    """Which act fixed the form of the plan."""

    A1_104 = "2007", _("form of 2007 (order A1-104)")
    A1_368 = "2024", _("form of 2024 (order A1-368)")


class PlanState(models.TextChoices):
    """Not kept: told by the day of approval and by whether a later version was approved."""

    DRAFT = "draft", pgettext_lazy("of a plan", "draft")
    APPROVED = "approved", pgettext_lazy("of a plan", "approved")
    AMENDED = "amended", pgettext_lazy("of a plan", "amended by a later version")
    WITHDRAWN = "withdrawn", pgettext_lazy("of a plan", "withdrawn")


class PlanQuerySet(PartQuerySet):
    def approved(self) -> Self:
        return self.in_force().filter(approved_on__isnull=False)

    def valid(self) -> Self:
        """The version that holds for its year: approved, and amended by no approved one."""
        later = Plan.objects.filter(amends=models.OuterRef("pk"), approved_on__isnull=False, withdrawn_on__isnull=True)
        return self.approved().filter(~models.Exists(later))

    def as_seen_from(self, organisation: Organisation | None) -> Self:
        """What the council approved is for all who see the municipality; what is still being written is for those who work there."""
        own = Q(organisation=organisation) if organisation else Q(pk__in=[])
        return self.filter(own | Q(approved_on__isnull=False))

    def newest_first(self) -> Self:
        return self.order_by("-year", "-version")


@tracked
class Plan(models.Model):
    """`organisation` is the municipality. `imported_from` is the key of the import that wrote it, `file` the document that was read."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="amended_by", verbose_name=_("amends"))
    title = models.CharField(_("title"), max_length=300)
    form = models.CharField(_("form"), max_length=10, choices=PlanForm, default=PlanForm.A1_368)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    decision_no = models.CharField(_("number of the decision"), max_length=40, blank=True)
    file = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("the document")
    )
    imported_from = models.UUIDField(_("import it came from"), null=True, blank=True, editable=False)
    withdrawn_on = withdrawn_on()

    objects = PlanQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation year version amends title form approved_on decision_no", S1="file imported_from withdrawn_on")

    class Meta:
        verbose_name = _("plan of a municipality")
        ordering = ["-year", "-version"]
        constraints = [
            unique_with("organisation", name="plan_of_organisation"),
            Same("amends", "organisation", name="plan_amends_own_plan"),
            Same("file", "organisation", name="plan_has_own_file"),
            models.UniqueConstraint(
                fields=["organisation", "year", "version"],
                name="plan_version_once",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("There is already a plan of this year. Open it, or amend it when it is approved."),
            ),
            models.CheckConstraint(
                name="plan_is_of_a_year",
                condition=Q(year__gte=1990, year__lte=2100),
                violation_error_message=_("Write the year with four digits."),
            ),
            models.CheckConstraint(
                name="later_version_amends_one",
                condition=Q(version=1, amends__isnull=True) | Q(version__gt=1, amends__isnull=False),
                violation_error_message=_("The first version of a plan amends nothing, and every later one amends the one before it."),
            ),
            models.CheckConstraint(
                name="approved_plan_names_its_decision",
                condition=Q(approved_on__isnull=True, decision_no="") | (Q(approved_on__isnull=False) & ~Q(decision_no="")),
                violation_error_message=_("Say both on which day the council approved the plan and by which decision."),
            ),
            says_something("title", "plan_has_a_title", _("Write what the plan is called.")),
        ]
        triggers = [
            refuses(
                "plan_is_of_a_municipality",
                "NOT EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = NEW.organisation_id AND o.kind = 'municipality')",
                _("A plan is a municipality's. Choose the municipality."),
            ),
            refuses(
                "version_amends_the_approved_one_before",
                "NEW.withdrawn_on IS NULL AND NEW.amends_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM planning_plan p"
                " WHERE p.id = NEW.amends_id AND p.year = NEW.year AND p.version = NEW.version - 1"
                " AND p.approved_on IS NOT NULL AND p.withdrawn_on IS NULL)",
                _("A new version amends the approved one of the same year that stands before it. Approve that one first."),
            ),
            refuses(
                "approved_plan_stays",
                "OLD.approved_on IS NOT NULL AND (to_jsonb(NEW) - 'withdrawn_on') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawn_on')",
                _("The plan is approved, and what the council approved stays. Amend the plan: its next version may be changed."),
                on=pgtrigger.Update,
            ),
            refuses(
                "plan_with_a_later_version_stays",
                "NEW.withdrawn_on IS NOT NULL AND OLD.withdrawn_on IS NULL AND EXISTS (SELECT 1 FROM planning_plan p"
                " WHERE p.amends_id = NEW.id AND p.withdrawn_on IS NULL)",
                _("A later version amends this plan. Withdraw the later version first."),
                on=pgtrigger.Update,
            ),
            refuses(
                "parts_make_their_whole_when_approved",
                "NEW.approved_on IS NOT NULL AND OLD.approved_on IS NULL AND EXISTS (SELECT 1 FROM planning_plannedamount whole"
                " JOIN planning_plannedamount part ON part.parent_id = whole.id AND part.withdrawn_on IS NULL"
                " JOIN planning_planline l ON l.id = whole.line_id JOIN planning_measure m ON m.id = l.measure_id"
                " JOIN planning_objective o ON o.id = m.objective_id JOIN planning_goal g ON g.id = o.goal_id"
                " WHERE g.plan_id = NEW.id AND whole.withdrawn_on IS NULL"
                " GROUP BY whole.id, whole.amount HAVING bool_and(part.amount IS NOT NULL) AND sum(part.amount) <> whole.amount)",
                _("The parts of an amount do not make it. Look at the amounts that have parts, then approve the plan."),
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})" if self.version > 1 else self.title

    @property
    def is_draft(self) -> bool:
        return self.approved_on is None and self.withdrawn_on is None

    @property
    def state(self) -> PlanState:
        """Asks one question of an approved plan: whether a later version was approved."""
        if self.withdrawn_on:
            return PlanState.WITHDRAWN
        if self.approved_on is None:
            return PlanState.DRAFT
        later = Plan.objects.filter(amends=self, approved_on__isnull=False, withdrawn_on__isnull=True)
        return PlanState.AMENDED if later.exists() else PlanState.APPROVED


def start(*, municipality: Organisation, year: int, title: str, by: Actor | None, form: PlanForm | str = PlanForm.A1_368) -> Plan:
    """Begin the first version of a year's plan, empty."""
    plan = Plan(organisation=municipality, year=year, title=title.strip(), form=form)
    with operation("planning.start_plan", by=by, about=plan):
        plan.save(force_insert=True)
    return plan


def rename(*, plan: Plan, title: str, by: Actor | None, form: PlanForm | str = "") -> None:
    """Correct what a draft is called, and its form."""
    with operation("planning.rename_plan", by=by, about=plan):
        plan.title, plan.form = title.strip(), form or plan.form
        plan.save(update_fields=["title", "form"])


def approve(*, plan: Plan, on: date, decision_no: str, by: Actor | None) -> None:
    """Write down that the council approved the plan; from then on its tree and its planned money stay."""
    if not plan.goals.filter(objectives__measures__withdrawn_on__isnull=True, objectives__measures__isnull=False).exists():
        raise NothingPlanned
    with operation("planning.approve_plan", by=by, about=plan):
        plan.approved_on, plan.decision_no = on, decision_no.strip()
        plan.save(update_fields=["approved_on", "decision_no"])


def withdraw_plan(*, plan: Plan, reason: str, by: Actor | None) -> None:
    """Take back a plan that was made by mistake, whole; its rows and their history stay."""
    with operation("planning.withdraw_plan", by=by, about=plan, reason=reason):
        plan.withdrawn_on = today()
        plan.save(update_fields=["withdrawn_on"])
