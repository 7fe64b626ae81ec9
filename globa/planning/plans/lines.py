"""The line of a measure: one responsible body or several acting jointly, with money and results of its own. The unit of a plan's money."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.planning.plans.parts import Missing, PartQuerySet, frozen, lineage, position, says_something, withdrawn_on
from globa.planning.plans.tree import Measure
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.sensitivity import classes


@tracked
class PlanLine(models.Model):
    """
    `planned_missing` and `used_missing` say why a side has no amount at all; empty where it has one, or where nobody has said anything yet.

    What was used is the ledger: entries that name a line of the same `lineage`. `used_missing` counts only while there is none.
    `expected_text` is the whole cell as it is printed.
    """

    id = key()
    organisation = recorded_by()
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="lines", verbose_name=_("measure"))
    lineage = lineage()
    position = position()
    planned_missing = models.CharField(_("why nothing is planned"), max_length=10, choices=Missing, blank=True)
    used_missing = models.CharField(_("why nothing was used"), max_length=10, choices=Missing, blank=True)
    expected_text = models.TextField(_("expected result"), blank=True)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation measure lineage position planned_missing used_missing expected_text withdrawn_on")

    class Meta:
        verbose_name = _("line of a plan")
        verbose_name_plural = _("lines of a plan")
        ordering = ["position"]
        constraints = [
            unique_with("organisation", name="plan_line_of_organisation"),
            Same("measure", "organisation", name="plan_line_of_own_measure"),
        ]
        triggers = [
            frozen("line_of_an_approved_plan_stays", "line", but=("used_missing",)),
            refuses(
                "line_without_planned_money_has_none",
                "NEW.planned_missing <> '' AND NEW.withdrawn_on IS NULL AND EXISTS (SELECT 1 FROM planning_plannedamount a"
                " WHERE a.line_id = NEW.id AND a.amount IS NOT NULL AND a.withdrawn_on IS NULL)",
                _("There are planned amounts on this line. Withdraw them before you say why there are none."),
            ),
            refuses(
                "line_with_used_money_stays",
                "NEW.withdrawn_on IS NOT NULL AND EXISTS (SELECT 1 FROM planning_entry e JOIN planning_planline l ON l.id = e.line_id"
                " WHERE l.lineage = NEW.lineage AND e.withdrawn_on IS NULL)",
                _("Money was used on this line, so it stays in the plan. Move the entries of the ledger to another line first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id}/{self.position}"


@tracked
class LineBody(models.Model):
    """Who answers for a line: an organisation that is known here, or a name."""

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="bodies", verbose_name=_("line"))
    position = position()
    body = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=300)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line position body name withdrawn_on")

    class Meta:
        verbose_name = _("responsible body")
        verbose_name_plural = _("responsible bodies")
        ordering = ["position"]
        constraints = [
            Same("line", "organisation", name="body_of_own_line"),
            models.UniqueConstraint(
                fields=["line", "name"],
                name="body_once_on_a_line",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("This body is named on the line already."),
            ),
            says_something("name", "body_has_a_name", _("Write who answers for it.")),
        ]
        # Which organisation a name means may be found out later: it changes nothing of what was approved.
        triggers = [frozen("body_of_an_approved_plan_stays", "part of a line", but=("body_id",))]

    def __str__(self) -> str:
        return self.name


Body = tuple[Organisation | None, str]
"""An organisation that is known here, or None and a name."""


def add_line(*, measure: Measure, bodies: Sequence[Body], by: Actor | None, expected_text: str = "") -> PlanLine:
    """Add a line for which one body answers, or several jointly."""
    line = PlanLine(
        organisation_id=measure.organisation_id, measure=measure, expected_text=expected_text.strip(), position=measure.lines.count()
    )
    with operation("planning.add_line", by=by, about=line):
        line.save(force_insert=True)
        LineBody.objects.bulk_create(named(line, bodies))
    return line


def named(line: PlanLine, bodies: Sequence[Body]) -> list[LineBody]:
    """The bodies of a line, not kept yet."""
    return [
        LineBody(organisation_id=line.organisation_id, line=line, position=number, body=body, name=(name or str(body or "")).strip())
        for number, (body, name) in enumerate(bodies)
    ]


def set_bodies(*, line: PlanLine, bodies: Sequence[Body], by: Actor | None) -> None:
    """Others answer for the line from now on; those who did are withdrawn, not deleted."""
    with operation("planning.set_bodies", by=by, about=line):
        line.bodies.filter(withdrawn_on__isnull=True).update(withdrawn_on=today())
        LineBody.objects.bulk_create(named(line, bodies))


def recognise(*, body: LineBody, organisation: Organisation | None, by: Actor | None) -> None:
    """Say which organisation a name means, also in an approved plan."""
    with operation("planning.recognise_body", by=by, about=body):
        body.body = organisation
        body.save(update_fields=["body"])


def say_nothing_planned(*, line: PlanLine, missing: Missing | str, by: Actor | None) -> None:
    """Say why a line has no planned money; an empty word takes it back."""
    with operation("planning.say_nothing_planned", by=by, about=line):
        line.planned_missing = missing
        line.save(update_fields=["planned_missing"])


def say_nothing_used(*, line: PlanLine, missing: Missing | str, by: Actor | None) -> None:
    """Say why no money of a line was used, also when the plan is approved; it counts while the ledger has no entry of the line."""
    with operation("planning.say_nothing_used", by=by, about=line):
        line.used_missing = missing
        line.save(update_fields=["used_missing"])
