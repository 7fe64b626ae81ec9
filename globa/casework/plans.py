"""A needs assessment with its support plan: one pair of child and carer, counted once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_file
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


class PlanKind(models.TextChoices):
    SUPPORT_PLAN = "support_plan", _("support plan")
    INDIVIDUAL_CARE_PLAN = "individual_care_plan", _("individual care plan")
    DEVELOPMENT_PLAN = "development_plan", _("development plan")


@tracked
class AssessmentWithPlan(models.Model):
    """What a child and the carer need, and the plan that follows. `review_due` is when it is looked at again."""

    id = key()
    organisation = recorded_by()
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="plans", verbose_name=_("child"))
    household = models.ForeignKey(
        "registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="plans", verbose_name=_("carer's household")
    )
    kind = models.CharField(_("plan"), max_length=30, choices=PlanKind)
    assessed_on = models.DateField(_("needs assessed on"))
    planned_on = models.DateField(_("plan made on"))
    review_due = models.DateField(_("review due"), null=True, blank=True)
    author = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made by")
    )
    needs = models.TextField(_("needs"), blank=True)
    goals = models.TextField(_("goals"), blank=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("child", made_by="author")
    sensitivity = classes(S1="id organisation author", S2="child household kind assessed_on planned_on review_due", S3="needs goals")

    class Meta:
        verbose_name = _("needs assessment with plan")
        constraints = [
            Same("household", "organisation", name="plan_of_own_household"),
            models.CheckConstraint(
                name="plan_follows_assessment",
                condition=Q(planned_on__gte=F("assessed_on")),
                violation_error_message=_("The plan is dated before the assessment that it follows. Compare the two days."),
            ),
            models.CheckConstraint(
                name="review_follows_plan",
                condition=Q(review_due__isnull=True) | Q(review_due__gt=F("planned_on")),
                violation_error_message=_("The review is due before the plan was made. Compare the two days."),
            ),
        ]
        triggers = [
            refuses(
                "assessment_not_before_birth",
                "EXISTS (SELECT 1 FROM registry_person p WHERE p.id = NEW.child_id AND p.birth_date > NEW.assessed_on)",
                _("The assessment is dated before the child was born. Compare the day with the date of birth."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.child_id}"


def assess(
    *, organisation: Organisation, child: Person, on: date, by: Actor | None, planned_on: date | None = None, **details: Any
) -> AssessmentWithPlan:
    """Record an assessment and the plan made from it."""
    made = AssessmentWithPlan(organisation=organisation, child=child, assessed_on=on, planned_on=planned_on or on, **details)
    with operation("casework.assess", by=by, about=made):
        made.save(force_insert=True)
    return made


def assess_many(
    *, plans: Sequence[AssessmentWithPlan], by: Actor | None, imported_from: uuid.UUID | None = None
) -> list[AssessmentWithPlan]:
    """Record assessments with their plans as one operation: all of them or none."""
    with operation("casework.assess", by=by, about=plans[0], imported_from=imported_from):
        return AssessmentWithPlan.objects.bulk_create(plans)
