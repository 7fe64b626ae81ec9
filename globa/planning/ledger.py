"""The ledger: euros and cents by economic item and funding source. A part is never added to its whole."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.planning.closed_periods import CLOSED, ONE_LEDGER
from globa.planning.line_names import NOT_OF_ITS_MUNICIPALITY, Said
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class FundingKind(models.TextChoices):
    STATE = "state", _("state")
    MUNICIPALITY = "municipality", _("municipality")
    EU_PROJECT = "eu_project", _("EU project")
    SPECIAL = "special", _("special funds")
    OTHER = "other", _("other sources")
    DONORS = "donors", _("donors")


class FundingSource(models.Model):
    """Where money comes from, by the treasury's code."""

    id = key()
    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=150)
    name_en = models.CharField(_("in English"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=FundingKind)
    plan_source = models.ForeignKey(
        "planning.PlanSource", on_delete=models.PROTECT, null=True, blank=True, related_name="codes", verbose_name=_("source of a plan")
    )

    protection = Protection.SHARED
    sensitivity = classes(S0="id code name name_en kind plan_source")

    class Meta:
        verbose_name = _("funding source")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name


class EconomicItem(models.Model):
    """An item of the classification of spending. One with parts is their sum and takes no entry itself."""

    id = key()
    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("in English"), max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    has_parts = models.BooleanField(_("has parts"), default=False)

    protection = Protection.SHARED
    sensitivity = classes(S0="id code name name_en parent has_parts")

    class Meta:
        verbose_name = _("economic item")
        ordering = ["code"]
        constraints = [
            unique_with("has_parts", name="item_with_or_without_parts"),
            models.CheckConstraint(
                name="item_parts_have_no_parts",
                condition=Q(parent__isnull=True) | Q(has_parts=False),
                violation_error_message=_("A part of an item has no parts of its own."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name


class Basis(models.TextChoices):
    CASH = "cash", _("cash")
    ACCRUAL = "accrual", _("accrual")
    PLAN = "plan", _("plan")


class AlreadyWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(message("It was withdrawn already. Nothing is left to be changed."))


class EntryQuerySet(OwnQuerySet):
    def standing(self) -> EntryQuerySet:
        """Without those that were withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def used(self) -> EntryQuerySet:
        """Cash that left: what a plan calls used money. Accrued money is never added to it."""
        return self.standing().filter(basis=Basis.CASH)

    def on_lines(self, lineages: Any) -> EntryQuerySet:
        """An entry names the line of one version of a plan and counts for the same line of every other."""
        return self.filter(line__lineage__in=lineages)

    def of_year(self, year: int) -> EntryQuerySet:
        return self.filter(booked_on__year=year)

    def newest_first(self) -> EntryQuerySet:
        return self.order_by("-booked_on", "item__code", "-pk")


@tracked
class Entry(models.Model):
    """
    One amount on one item from one source. `item_has_parts` is always false: the key to the item says so.

    `line` is the line of a municipal plan that it counts for; an entry out of a plan's report names no item. `body` is who spent it, where
    that is not the organisation that keeps the ledger. What cost money was paid by one source and one payer, and counts for nobody else.
    Of an amount read in a cell that was cut the true one is at most `cut` larger: the precision is lost, and said to be.
    `local_code` and `cost_centre` stand as the accounting program writes them; `assignment` is the act that named the line later.
    """

    id = key()
    organisation = recorded_by()
    booked_on = models.DateField(_("booked on"))
    basis = models.CharField(_("basis"), max_length=10, choices=Basis)
    item = models.ForeignKey(EconomicItem, on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("item"))
    item_has_parts = models.BooleanField(default=False, editable=False)
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="entries", verbose_name=_("source"))
    local_code = models.CharField(_("treasury code"), max_length=20, blank=True)
    programme = models.CharField(_("programme"), max_length=10, blank=True)
    cost_centre = models.CharField(_("cost centre"), max_length=80, blank=True)
    payer = models.ForeignKey("registry.Payer", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("payer"))
    line = models.ForeignKey(
        "planning.PlanLine", on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("line of a plan")
    )
    assignment = models.ForeignKey(
        "planning.Assignment", on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("assigned by")
    )
    body = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("spent by")
    )
    project = models.CharField(_("project"), max_length=40, blank=True)
    flat_rate = models.ForeignKey(
        "planning.RateRule", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by a flat rate")
    )
    purpose = models.CharField(_("for what"), max_length=300, blank=True)
    amount = models.DecimalField(_("amount, EUR"), max_digits=14, decimal_places=2)
    cut = models.DecimalField(_("digits cut away, at most EUR"), max_digits=4, decimal_places=2, default=Decimal(0))
    document = models.CharField(_("document"), max_length=120, blank=True)
    taken_from = models.ForeignKey(
        "planning.LedgerImport", on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("read in the file")
    )
    cell = models.CharField(_("cell of the file"), max_length=80, blank=True, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(
        S1="id organisation booked_on basis item item_has_parts source local_code programme cost_centre payer line assignment body project"
        " flat_rate purpose amount cut document taken_from cell withdrawn_on"
    )

    class Meta:
        verbose_name = _("ledger entry")
        ordering = ["booked_on"]
        constraints = [
            unique_with("organisation", name="entry_of_organisation"),
            Same("payer", "organisation", name="entry_of_own_payer"),
            Same("taken_from", "organisation", name="entry_of_own_file"),
            Same("assignment", "organisation", name="entry_of_own_assignment"),
            Same(
                "item",
                "item_has_parts",
                theirs="has_parts",
                name="entry_on_an_item_without_parts",
                violation_error_message=_("This item has parts, and its amount is their sum. Book the amount on one of the parts."),
            ),
            models.CheckConstraint(
                name="entry_item_has_no_parts",
                condition=Q(item_has_parts=False),
                violation_error_message=_("This item has parts, and its amount is their sum. Book the amount on one of the parts."),
            ),
            models.CheckConstraint(
                name="entry_is_not_nothing",
                condition=~Q(amount=0),
                violation_error_message=_("The amount is 0. An entry of nothing is not kept."),
            ),
            models.CheckConstraint(
                name="entry_is_cut_by_less_than_a_euro",
                condition=Q(cut__gte=0, cut__lt=1),
                violation_error_message=_("A cell that is cut hides less than a euro. Write the whole amount."),
            ),
            models.CheckConstraint(
                name="entry_names_an_item_or_a_line",
                condition=Q(item__isnull=False) | Q(line__isnull=False),
                violation_error_message=_("Say on which economic item the amount is booked, or on which line of a plan."),
            ),
        ]
        triggers = [
            refuses(
                "entry_in_a_closed_period",
                CLOSED,
                _("The books of this time are closed: nothing is booked, corrected or withdrawn in it. Open it again first, and say why."),
                alone=ONE_LEDGER,
            ),
            refuses(
                "entry_on_a_line_of_its_municipality",
                NOT_OF_ITS_MUNICIPALITY,
                _("The line is of another municipality's plan. Choose a line of the plan of the own one."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "booked_on"], name="entry_by_day")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.amount}"

    @property
    def said(self) -> Said:
        """What the accounting program said of it, by which a line is known."""
        return Said(
            self.local_code or self.source.code, self.programme, self.item.code if self.item else "", self.project, self.cost_centre
        )


def book(*, organisation: Organisation, entries: Sequence[Entry], by: Actor | None, imported_from: uuid.UUID | None = None) -> list[Entry]:
    """Book entries as one operation: all of them or none."""
    for entry in entries:
        entry.organisation = organisation
    with operation("planning.book", by=by, about=entries[0], imported_from=imported_from):
        return Entry.objects.bulk_create(entries)


CORRECTABLE = (
    "booked_on", "basis", "item", "source", "programme", "cost_centre", "payer", "body", "project", "flat_rate", "purpose",
    "amount", "cut", "document",
)  # fmt: skip


def correct(*, entry: Entry, by: Actor | None, reason: str, **changes: Any) -> Entry:
    """What stood there before stays in the history. The line of a plan is named by an act of its own: `assigning.name_line`."""
    if entry.withdrawn_on:
        raise AlreadyWithdrawn
    if unknown := set(changes) - set(CORRECTABLE):
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    with operation("planning.correct_entry", by=by, about=entry, reason=reason):
        for name, value in changes.items():
            setattr(entry, name, value)
        entry.save(update_fields=list(changes))
    return entry


def withdraw(*, entry: Entry, by: Actor | None, reason: str) -> Entry:
    """Say that it was booked by mistake; it is no longer counted, and stays with its reason."""
    if entry.withdrawn_on:
        raise AlreadyWithdrawn
    with operation("planning.withdraw_entry", by=by, about=entry, reason=reason):
        entry.withdrawn_on = today()
        entry.save(update_fields=["withdrawn_on"])
    return entry
