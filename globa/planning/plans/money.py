"""Planned money: amounts of a line by source, with what they are for and with their parts. A part is never added to its whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import Missing, PartQuerySet, frozen, position, withdrawn_on
from globa.planning.plans.sources import PlanSource
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class PlannedAmountQuerySet(PartQuerySet):
    def wholes(self) -> Self:
        """What is added up; the parts of amounts are not."""
        return self.in_force().filter(parent__isnull=True)


@tracked
class PlannedAmount(models.Model):
    """The same source may stand twice on a line, for different purposes; where only the source is known, the amount is missing."""

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="planned_amounts", verbose_name=_("line"))
    source = models.ForeignKey(PlanSource, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    purpose = models.CharField(_("for what"), max_length=300, blank=True)
    amount = models.DecimalField(_("amount, EUR"), max_digits=14, decimal_places=2, null=True, blank=True)
    missing = models.CharField(_("why there is no amount"), max_length=10, choices=Missing, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    position = position()
    withdrawn_on = withdrawn_on()

    objects = PlannedAmountQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line source purpose amount missing parent position withdrawn_on")

    class Meta:
        verbose_name = _("planned amount")
        verbose_name_plural = _("planned amounts")
        ordering = ["position"]
        constraints = [
            unique_with("line", name="planned_amount_of_line"),
            unique_with("source", name="planned_amount_of_source"),
            Same("line", "organisation", name="planned_amount_on_own_line"),
            Same(
                "parent", "line", name="part_on_the_line_of_its_whole",
                violation_error_message=_("A part of an amount stands on the same line as the amount."),
            ),
            Same(
                "parent", "source", name="part_from_the_source_of_its_whole",
                violation_error_message=_("A part of an amount comes from the same source as the amount."),
            ),
            models.CheckConstraint(
                name="planned_amount_or_why_not",
                condition=Q(amount__isnull=False, missing="") | (Q(amount__isnull=True) & ~Q(missing="")),
                violation_error_message=_("Write the amount, or say why there is none: one of the two."),
            ),
            models.CheckConstraint(
                name="planned_amount_is_not_nothing",
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                violation_error_message=_("0 is not an amount. Leave it empty and say why there is none."),
            ),
        ]  # fmt: skip
        triggers = [
            frozen("amount_of_an_approved_plan_stays", "part of a line"),
            refuses(
                "planned_amount_where_some_is_planned",
                "NEW.amount IS NOT NULL AND NEW.withdrawn_on IS NULL AND EXISTS (SELECT 1 FROM planning_planline l"
                " WHERE l.id = NEW.line_id AND l.planned_missing <> '')",
                _("The line says why nothing is planned on it. Take that back before you plan an amount."),
            ),
            refuses(
                "part_of_an_amount_has_no_parts",
                "NEW.parent_id IS NOT NULL AND (EXISTS (SELECT 1 FROM planning_plannedamount a WHERE a.id = NEW.parent_id"
                " AND a.parent_id IS NOT NULL) OR EXISTS (SELECT 1 FROM planning_plannedamount a WHERE a.parent_id = NEW.id))",
                _("A part of an amount has no parts of its own."),
            ),
            refuses(
                "parts_are_no_more_than_their_whole",
                "NEW.amount IS NOT NULL AND NEW.withdrawn_on IS NULL AND CASE WHEN NEW.parent_id IS NULL"
                " THEN (SELECT sum(a.amount) FROM planning_plannedamount a"
                " WHERE a.parent_id = NEW.id AND a.withdrawn_on IS NULL) > NEW.amount"
                " ELSE NEW.amount + (SELECT coalesce(sum(a.amount), 0) FROM planning_plannedamount a"
                " WHERE a.parent_id = NEW.parent_id AND a.id <> NEW.id AND a.withdrawn_on IS NULL)"
                " > (SELECT a.amount FROM planning_plannedamount a WHERE a.id = NEW.parent_id) END",
                _("The parts are more than the amount that they are parts of. Compare them with it."),
                alone="coalesce(NEW.parent_id, NEW.id)::text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.amount}"


def plan_amount(
    *,
    line: PlanLine,
    source: PlanSource,
    by: Actor | None,
    amount: Decimal | None = None,
    missing: Missing | str = "",
    purpose: str = "",
    parent: PlannedAmount | None = None,
) -> PlannedAmount:
    """Plan an amount from a source, or say why it is missing; with `parent` it is a part of that amount."""
    made = PlannedAmount(
        organisation_id=line.organisation_id, line=line, source=source, amount=amount, missing=missing, purpose=purpose.strip(),
        parent=parent, position=line.planned_amounts.count(),
    )  # fmt: skip
    with operation("planning.plan_amount", by=by, about=made):
        made.save(force_insert=True)
    return made
