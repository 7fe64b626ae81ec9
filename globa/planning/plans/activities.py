"""
What feeds a measure: the records that a line of a plan may count, named by a person.

One record may feed several activities, of one measure or of many. That is no counting twice: people are told apart, and each
number says over what (globa/indicators/measuring.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.care.contracts import CarerKind
from globa.care.dwellings import DwellingKind
from globa.care.guardianships import GuardianshipForm
from globa.casework.cases import CaseKind
from globa.casework.groups import EventKind
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet, position, says_something, withdrawn_on
from globa.planning.plans.plans import Plan
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class Taken(models.TextChoices):
    """Which records an activity takes. What lasts is counted as cases, what happened on a day as acts."""

    SERVICE = "service", _("services given")
    EVENT = "event", _("meetings and events")
    STAY = "stay", _("children who lived somewhere")
    GUARDIANSHIP = "guardianship", _("guardianships")
    CONTRACT = "contract", _("contracts of carers")
    CASE = "case", _("cases")


KINDS: dict[str, type[models.TextChoices]] = {
    Taken.EVENT: EventKind,
    Taken.STAY: DwellingKind,
    Taken.GUARDIANSHIP: GuardianshipForm,
    Taken.CONTRACT: CarerKind,
    Taken.CASE: CaseKind,
}
"""What there is to choose from; services are in the catalogue."""


class ActivityQuerySet(PartQuerySet):
    def of_plan(self, plan: Plan) -> ActivityQuerySet:
        """Those of its lines in whatever version: what a line is fed by follows it through amendments. One query."""
        lines = PlanLine.objects.in_force().filter(measure__objective__goal__plan=plan)
        return self.filter(withdrawn_on__isnull=True, line__lineage__in=lines.values("lineage"))


@tracked
class Activity(models.Model):
    """
    Records that feed a line: of some kinds (`codes`, none for any) or paid by a payer, in one institution or in all that answer for it.

    `payer` is the payer's code, which the institutions of a project share. It is no part of what the council approved.
    """

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="activities", verbose_name=_("line"))
    position = position()
    name = models.CharField(_("activity"), max_length=300)
    what = models.CharField(_("what is counted"), max_length=20, choices=Taken)
    codes = ArrayField(models.CharField(max_length=60), verbose_name=_("of which kinds"), default=list, blank=True)
    payer = models.SlugField(_("paid by"), max_length=60, blank=True)
    institution = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("institution")
    )
    withdrawn_on = withdrawn_on()

    objects = ActivityQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line position name what codes payer institution withdrawn_on")

    class Meta:
        verbose_name = pgettext_lazy("of a plan", "activity")
        verbose_name_plural = pgettext_lazy("of a plan", "activities")
        ordering = ["position"]
        constraints = [
            Same("line", "organisation", name="activity_on_own_line"),
            says_something("name", "activity_has_a_name", _("Give the activity a name.")),
            models.CheckConstraint(
                name="activity_takes_something",
                condition=~Q(what__in=[Taken.SERVICE, Taken.EVENT]) | ~Q(codes=[]) | ~Q(payer="") | Q(institution__isnull=False),
                violation_error_message=_(
                    "Every service or event of everybody feeds no one measure. Choose kinds, a payer or an institution."
                ),
            ),
            models.CheckConstraint(
                name="only_services_are_paid_for",
                condition=Q(payer="") | Q(what=Taken.SERVICE),
                violation_error_message=_("Only a service says who paid for it. Leave the payer empty."),
            ),
        ]
        triggers = [
            refuses(
                "activity_is_of_an_institution",
                "EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = NEW.institution_id AND o.kind <> 'institution')",
                _("Records are kept by institutions. Choose the institution that this unit or municipality belongs to or keeps."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnknownKinds(Refusal):
    at = "codes"

    def __init__(self, unknown: Iterable[str]) -> None:
        super().__init__(message("There is no such kind: %(unknown)s. Choose from the list."), unknown=", ".join(sorted(unknown)))


def kinds_of(what: str) -> list[tuple[str, str | Promise]]:
    """The kinds that an activity of this sort may name, with their names."""
    if what == Taken.SERVICE:
        return [(one.code, str(one)) for one in CatalogueService.objects.all()]
    return list(KINDS[what].choices) if what in KINDS else []


def feed(
    *,
    line: PlanLine,
    name: str,
    what: str,
    by: Actor | None,
    codes: Sequence[str] = (),
    payer: str = "",
    institution: Organisation | None = None,
) -> Activity:
    """Name an activity whose records feed the line."""
    activity = Activity(
        organisation_id=line.organisation_id, line=line, position=line.activities.count(), name=name.strip(), what=what,
        codes=_known(what, codes), payer=payer.strip(), institution=institution,
    )  # fmt: skip
    with operation("planning.feed_line", by=by, about=activity):
        activity.save(force_insert=True)
    return activity


def change_activity(*, activity: Activity, by: Actor | None, **values: Any) -> None:
    """Take other records, or call it something else."""
    if "codes" in values:
        values["codes"] = _known(values.get("what", activity.what), values["codes"])
    with operation("planning.change_activity", by=by, about=activity):
        for name, value in values.items():
            setattr(activity, name, value.strip() if isinstance(value, str) else value)
        activity.save(update_fields=list(values))


def withdraw_activity(*, activity: Activity, by: Actor | None, reason: str) -> None:
    """The line is fed by it no longer."""
    with operation("planning.withdraw_activity", by=by, about=activity, reason=reason):
        activity.withdrawn_on = today()
        activity.save(update_fields=["withdrawn_on"])


def _known(what: str, codes: Sequence[str]) -> list[str]:
    unknown = set(codes) - {code for code, _name in kinds_of(what)}
    if unknown:
        raise UnknownKinds(unknown)
    return sorted(set(codes))
