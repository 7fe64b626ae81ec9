"""The tree of organisations: the national service, municipalities, institutions, their units and home groups."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import connection, models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses, refuses_others
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class OrganisationKind(models.TextChoices):
    NATIONAL_SERVICE = "national_service", _("national service")
    MUNICIPALITY = "municipality", _("municipality")
    INSTITUTION = "institution", _("institution")
    FOSTER_CENTRE = "foster_centre", _("foster centre")
    COMMUNITY_HOMES = "community_homes", _("community children's homes")
    HOME_GROUP = "home_group", _("home group")
    DAY_CENTRE = "day_centre", _("day centre")
    OTHER = "other", _("other")


UNIT_KINDS = (OrganisationKind.FOSTER_CENTRE, OrganisationKind.COMMUNITY_HOMES, OrganisationKind.DAY_CENTRE)
PLACED_KINDS = (*UNIT_KINDS, OrganisationKind.HOME_GROUP, OrganisationKind.OTHER)
"""What an institution adds below itself, and moves."""
_PLACED_HERE = ", ".join(f"'{kind}'" for kind in PLACED_KINDS)


class UnknownOrganisation(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(
            message(
                "There is no organisation “%(code)s” here. Figures are counted for one organisation: look up its code "
                "on the page of figures."
            ),
            code=code,
        )


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def below(self, roots: Iterable[uuid.UUID]) -> OrganisationQuerySet:
        return self.filter(pk__in=ids_below(roots))

    def coded(self, code: str) -> Organisation:
        """Return the organisation with this code; an unknown one is refused."""
        try:
            return self.get(code=code)
        except Organisation.DoesNotExist:
            raise UnknownOrganisation(code) from None


@tracked
class Organisation(models.Model):
    """A closed organisation stays reachable: `during` says from when to when it worked."""

    id = key()
    code = models.SlugField(_("code"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=40, choices=OrganisationKind)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    initials = models.CharField(_("letters before its numbers"), max_length=6, blank=True)
    legal_code = models.CharField(_("legal-entity code"), max_length=9, blank=True)
    iso_code = models.CharField(_("ISO 3166-2 code"), max_length=6, blank=True)
    during = DateRangeField(_("works"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id code kind name name_en short_name initials legal_code iso_code during")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        triggers = [
            refuses_others(
                "organisation_is_kept_by_its_own",
                f"CASE TG_OP WHEN 'INSERT' THEN NEW.kind IN ({_PLACED_HERE}) AND globa_administers_something()"
                " ELSE globa_administers(NEW.id) AND NEW.id = OLD.id AND NEW.kind = OLD.kind AND NEW.code = OLD.code END",
                _("Only who administers an organisation changes it, and adds units and home groups to it. Ask its administrator."),
            ),
            refuses(
                "unit_works_while_its_homes_do",
                "OLD.during IS DISTINCT FROM NEW.during AND EXISTS (SELECT 1 FROM care_dwelling d WHERE d.unit_id = NEW.id"
                " AND d.during && daterange(upper(NEW.during), NULL) AND NOT upper_inf(NEW.during))",
                _("Homes of this unit work on that day and later. Close them first, or move them to another unit."),
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name

    @property
    def shown_short_name(self) -> str:
        return self.short_name or self.shown_name


@tracked
class Belonging(models.Model):
    """To which organisation another belongs, and when: the tree is dated, for homes change institutions."""

    id = key()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="belongings")
    parent = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="children")
    during = DateRangeField(_("belongs to it"))

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id organisation parent during")

    class Meta:
        verbose_name = _("place in the tree")
        constraints = [
            ExclusionConstraint(
                name="organisation_has_one_parent_at_a_time",
                expressions=[("organisation", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("The organisation already belongs to another one on some of these days."),
            ),
            models.CheckConstraint(
                name="organisation_is_not_its_own_parent",
                condition=~models.Q(organisation=models.F("parent")),
                violation_error_message=_("An organisation cannot belong to itself."),
            ),
        ]
        triggers = [
            refuses_others(
                "unit_is_moved_by_its_own",
                "globa_administers(NEW.parent_id)"  # noqa: S608 - constants
                f" AND EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = NEW.organisation_id AND o.kind IN ({_PLACED_HERE}))"
                " AND CASE TG_OP WHEN 'UPDATE' THEN globa_administers(OLD.organisation_id)"
                " AND NEW.organisation_id = OLD.organisation_id AND NEW.parent_id = OLD.parent_id"
                " ELSE globa_administers(NEW.organisation_id)"
                " OR NOT EXISTS (SELECT 1 FROM registry_belonging b WHERE b.organisation_id = NEW.organisation_id) END",
                _("Only who administers both places moves a unit from one to the other. Ask the administrator of the institution above."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} < {self.parent_id}"


BELOW = """
WITH RECURSIVE below(id) AS (
    {roots}
    UNION
    SELECT b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
)
SELECT id FROM below
"""


BELOW_THESE = BELOW.format(roots="SELECT unnest(%s::uuid[])")


def ids_below(roots: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Return the organisations and all that ever belonged to them, themselves included."""
    return ids_of(BELOW_THESE, [list(roots)])


def ids_of(sql: str, parameters: list[Any]) -> set[uuid.UUID]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return {row[0] for row in cursor.fetchall()}
