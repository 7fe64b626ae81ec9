"""Cases: temporary supervision at the parents' request. The parents keep their rights; it is no guardianship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.journal.concerns import by_file, through
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.numbers import next_numbers, number_field, shown
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


class CaseKind(models.TextChoices):
    TEMPORARY_SUPERVISION_ON_REQUEST = "temporary_supervision_on_request", _("temporary supervision at the parents' request")


class CaseEnd(models.TextChoices):
    TERM = "term", _("the term ended")
    EARLY = "early", _("ended early")
    PROTECTION_NEED = "protection_need", _("a need of protection was found")
    REFUSED = "refused", _("refused")
    OTHER = "other", _("other")


@tracked
class Case(models.Model):
    """A case is open from the request to its end."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = number_field()
    kind = models.CharField(_("kind"), max_length=40, choices=CaseKind)
    household = models.ForeignKey(
        "registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("family")
    )
    act = models.ForeignKey(
        "registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipal act")
    )
    handled_by = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("handled by")
    )
    during = DateRangeField(_("open"))
    ended_by = models.CharField(_("ended by"), max_length=30, choices=CaseEnd, blank=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = through("casework.CaseChild.case", "child", made_by="handled_by")
    sensitivity = classes(S1="id organisation year number kind act handled_by", S2="household during ended_by")

    class Meta:
        verbose_name = _("case")
        constraints = [
            unique_with("organisation", name="case_of_organisation"),
            Same("household", "organisation", name="case_of_own_household"),
            Same("act", "organisation", name="case_by_own_act"),
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="case_number_once",
                violation_error_message=_("This number is already given. Save again: the next one will be taken."),
            ),
            lasts_a_day("case_is_open_a_day", begins=True),
            models.CheckConstraint(
                name="ended_case_says_why",
                condition=Q(during__upper_inf=True, ended_by="") | (Q(during__upper_inf=False) & ~Q(ended_by="")),
                violation_error_message=_("Give both the day of the end and why it ended, or neither."),
            ),
        ]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        return shown(self.organisation, self.year, self.number)


@tracked
class CaseChild(models.Model):
    """A child whom a case is about."""

    id = key()
    organisation = recorded_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="children", verbose_name=_("case"))
    child = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="cases", verbose_name=_("child"))

    protection = Protection.ORGANISATION
    concerns = by_file("child")
    sensitivity = classes(S1="id organisation case", S2="child")

    class Meta:
        verbose_name = _("child of a case")
        constraints = [
            Same("case", "organisation", name="child_of_own_case"),
            models.UniqueConstraint(
                fields=["case", "child"], name="child_once_in_a_case", violation_error_message=_("This child is already in the case.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.child_id}"


def open_case(*, organisation: Organisation, kind: str, since: date, children: Sequence[Person], by: Actor | None, **details: Any) -> Case:
    """Open a case on the day of the request."""
    case = Case(organisation=organisation, kind=kind, year=since.year, during=(since, None), **details)
    with operation("casework.open_case", by=by, about=case):
        case.number = next_numbers(organisation, "case", since.year)[0]
        case.save(force_insert=True)
        CaseChild.objects.bulk_create(CaseChild(organisation=organisation, case=case, child=child) for child in children)
    case.refresh_from_db(fields=["during"])
    return case


def close_case(*, case: Case, on: date, because: str, by: Actor | None) -> Case:
    """Close a case; `on` is the first day on which it is no longer open."""
    with operation("casework.close_case", by=by, about=case):
        case.during = DateRange(case.during.lower, on)
        case.ended_by = because
        case.save(update_fields=["during", "ended_by"])
    return case
