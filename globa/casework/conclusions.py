"""What a foster centre writes about people: conclusions, recommendations, assessments with their plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import through
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.households import Household
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.papers import Paper, PaperKind
from globa.vocabulary.sensitivity import classes


class ConclusionAbout(models.TextChoices):
    GUARDIAN = "guardian", _("guardian, not related")
    KIN_GUARDIAN = "kin_guardian", _("guardian of a relative")
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer")
    FAMILY_HOME = "family_home", _("member of a family home")
    ADOPTION = "adoption", _("adoption")


class Outcome(models.TextChoices):
    POSITIVE = "positive", _("positive")
    NEGATIVE = "negative", _("negative")


@tracked
class Conclusion(models.Model):
    """An attested person's written assessment of a household; it is valid for as long as the norm says."""

    id = key()
    organisation = recorded_by()
    paper = models.OneToOneField("registry.Paper", on_delete=models.PROTECT, related_name="conclusion", verbose_name=_("paper"))
    household = models.ForeignKey("registry.Household", on_delete=models.PROTECT, related_name="conclusions", verbose_name=_("household"))
    about = models.CharField(_("prepared as"), max_length=20, choices=ConclusionAbout)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    is_repeat = models.BooleanField(_("repeat conclusion"), default=False)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = through("registry.Member.household", "person", here="household")
    sensitivity = classes(S1="id organisation paper", S2="household about is_repeat", S3="outcome")

    class Meta:
        verbose_name = _("conclusion")
        constraints = [
            Same("paper", "organisation", name="conclusion_on_own_paper"),
            Same("household", "organisation", name="conclusion_about_own_household"),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.get_outcome_display()}"


@tracked
class Recommendation(models.Model):
    """A recommendation about people who wish to have a child as a guest."""

    id = key()
    organisation = recorded_by()
    paper = models.OneToOneField("registry.Paper", on_delete=models.PROTECT, related_name="recommendation", verbose_name=_("paper"))
    household = models.ForeignKey(
        "registry.Household", on_delete=models.PROTECT, related_name="recommendations", verbose_name=_("household")
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = through("registry.Member.household", "person", here="household")
    sensitivity = classes(S1="id organisation paper", S2="household", S3="outcome")

    class Meta:
        verbose_name = _("recommendation for hosts")
        constraints = [
            Same("paper", "organisation", name="recommendation_on_own_paper"),
            Same("household", "organisation", name="recommendation_about_own_household"),
        ]

    def __str__(self) -> str:
        return str(self.get_outcome_display())


def conclude(
    *,
    organisation: Organisation,
    household: Household,
    about: str,
    outcome: str,
    on: date,
    number: str,
    by: Actor | None,
    is_repeat: bool = False,
    **paper: Any,
) -> Conclusion:
    """Record a conclusion and the paper it stands on."""
    sheet = Paper(organisation=organisation, kind=PaperKind.CONCLUSION, number=number, issued_on=on, **paper)
    conclusion = Conclusion(organisation=organisation, paper=sheet, household=household, about=about, outcome=outcome, is_repeat=is_repeat)
    with operation("casework.conclude", by=by, about=conclusion):
        sheet.save(force_insert=True)
        conclusion.save(force_insert=True)
    return conclusion


def recommend(
    *, organisation: Organisation, household: Household, outcome: str, on: date, number: str, by: Actor | None, **paper: Any
) -> Recommendation:
    """Record a recommendation about hosts and the paper it stands on."""
    sheet = Paper(organisation=organisation, kind=PaperKind.RECOMMENDATION, number=number, issued_on=on, **paper)
    recommendation = Recommendation(organisation=organisation, paper=sheet, household=household, outcome=outcome)
    with operation("casework.recommend", by=by, about=recommendation):
        sheet.save(force_insert=True)
        recommendation.save(force_insert=True)
    return recommendation
