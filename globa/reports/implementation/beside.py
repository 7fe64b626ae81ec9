"""What a report on a plan tells beside the plan: further activities of institutions, and money of years that have no plan here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.planning.plans.parts import PartQuerySet, lineage, position, says_something, withdrawn_on
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.reports.implementation.group import OF_ITS_GROUP, WorkingGroup, put_into, while_written
from globa.reports.keeping.reports import State
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class WithdrawnAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(message("It was withdrawn already. Open the page again."))


@tracked
class BesidePlan(models.Model):
    """
    Something an institution did that is no measure of the plan; `document` proves what it cost.

    It stands in a report, under its group. What an imported document tells waits with the `plan` until a report on it is begun, which
    takes a copy of the same `lineage`.
    """

    id = key()
    organisation = recorded_by()
    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="beside", verbose_name=_("working group")
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="beside", verbose_name=_("plan"))
    lineage = lineage()
    position = position()
    body = models.CharField(_("institution"), max_length=300)
    text = models.TextField(_("what was done"))
    amount = models.DecimalField(_("amount, EUR"), max_digits=14, decimal_places=2, null=True, blank=True)
    source = models.ForeignKey(PlanSource, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source"))
    document = models.CharField(_("document"), max_length=120, blank=True)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation group plan lineage position body text amount source document withdrawn_on")

    class Meta:
        verbose_name = _("activity beside the plan")
        verbose_name_plural = _("activities beside the plan")
        ordering = ["position"]
        constraints = [
            Same("group", "organisation", name="activity_of_own_group"),
            Same("plan", "organisation", name="activity_beside_own_plan"),
            models.CheckConstraint(
                name="activity_stands_in_a_report_or_waits",
                condition=Q(group__isnull=True, plan__isnull=False) | Q(group__isnull=False, plan__isnull=True),
                violation_error_message=_("An activity beside the plan stands in a report, or waits with the plan for one."),
            ),
            says_something("body", "activity_beside_names_its_body", _("Write which institution did it.")),
            says_something("text", "activity_beside_says_what", _("Write what was done.")),
            models.CheckConstraint(
                name="cost_beside_names_its_source",
                condition=Q(amount__isnull=True, source__isnull=True) | Q(amount__gt=0, source__isnull=False),
                violation_error_message=_("Write both the amount and who paid it, or neither."),
            ),
        ]
        triggers = [while_written("activity_of_a_report_being_written", OF_ITS_GROUP, when="NEW.group_id IS NOT NULL")]

    def __str__(self) -> str:
        return self.text


@tracked
class EarlierYear(models.Model):
    """What a document says was used of one source in a year that has no plan here. It stands beside the years that are counted."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.ForeignKey(PlanSource, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    amount = models.DecimalField(_("amount, EUR"), max_digits=14, decimal_places=2)
    document = models.CharField(_("document"), max_length=120)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation year source amount document withdrawn_on")

    class Meta:
        verbose_name = _("money of an earlier year")
        ordering = ["year", "source__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "source"],
                name="source_of_an_earlier_year_once",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("The money of this source in this year is written down already. Withdraw that amount first."),
            ),
            models.CheckConstraint(
                name="earlier_year_has_an_amount",
                condition=Q(amount__gt=0) & Q(year__gte=1990, year__lte=2100),
                violation_error_message=_("Write the year with four digits and an amount above 0."),
            ),
            says_something("document", "earlier_year_names_its_document", _("Write in which document the amount stands.")),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"


def add_beside(
    *, group: WorkingGroup, body: str, text: str, by: Actor | None, amount: Decimal | None = None, source: PlanSource | None = None,
    document: str = "",
) -> BesidePlan:  # fmt: skip
    """Tell of something done beside the plan, with what it cost where that is known."""
    row = BesidePlan(
        organisation_id=group.organisation_id, group=group, position=group.beside.count(), body=body, text=text, amount=amount,
        source=source, document=document,
    )  # fmt: skip
    with operation("reports.add_beside_plan", by=by, about=row):
        row.save(force_insert=True)
    return row


def keep_beside(
    *, plan: Plan, body: str, text: str, by: Actor | None, amount: Decimal | None = None, source: PlanSource | None = None,
    document: str = "",
) -> BesidePlan:  # fmt: skip
    """Keep what a document tells of something beside the plan: for the report on it, and in the one that is being written."""
    row = BesidePlan(
        organisation_id=plan.organisation_id, plan=plan, position=plan.beside.count(), body=body, text=text, amount=amount,
        source=source, document=document,
    )  # fmt: skip
    written = WorkingGroup.objects.filter(organisation_id=plan.organisation_id, plan__year=plan.year, report__state=State.DRAFT)
    with operation("reports.keep_beside_plan", by=by, about=row):
        row.save(force_insert=True)
        for group in written:
            put_into(group, [row])
    return row


def add_earlier(
    *, organisation: Organisation, year: int, source: PlanSource, amount: Decimal, document: str, by: Actor | None
) -> EarlierYear:
    """Write down what a document says of an earlier year."""
    row = EarlierYear(organisation=organisation, year=year, source=source, amount=amount, document=document)
    with operation("reports.add_earlier_year", by=by, about=row):
        row.save(force_insert=True)
    return row


def forget_beside(*, rows: Iterable[BesidePlan], reason: str, by: Actor | None) -> None:
    """Take back what a document told: where it waits, and in the report that is being written."""
    lineages = [row.lineage for row in rows]
    waiting = BesidePlan.objects.in_force().filter(Q(group__isnull=True) | Q(group__report__state=State.DRAFT))
    for row in waiting.filter(lineage__in=lineages):
        withdraw(row=row, reason=reason, by=by)


def withdraw(*, row: BesidePlan | EarlierYear, reason: str, by: Actor | None) -> None:
    with operation("reports.withdraw_beside_plan", by=by, about=row, reason=reason):
        if row.withdrawn_on is not None:
            raise WithdrawnAlready
        row.withdrawn_on = today()
        row.save(update_fields=["withdrawn_on"])
