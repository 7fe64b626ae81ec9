"""Households: families are counted, couples train together, one conclusion may cover two people."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


@tracked
class Household(models.Model):
    """People who live together, as one organisation knows them."""

    id = key()
    organisation = recorded_by()
    name = models.CharField(_("name"), max_length=120)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    country = models.CharField(_("country"), max_length=2, default="LT")
    address = models.ForeignKey(
        "registry.Address", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("address")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation", S2="name municipality country", S2P="address")

    class Meta:
        verbose_name = _("household")
        constraints = [
            unique_with("organisation", name="household_of_organisation"),
            Same("address", "organisation", name="household_address_is_own"),
        ]

    def __str__(self) -> str:
        return self.name


class HouseholdRole(models.TextChoices):
    ADULT = "adult", _("adult")
    CHILD = "child", _("own child")
    WARD = "ward", _("ward")
    OTHER = "other", _("other")


@tracked
class Member(models.Model):
    """Who lives in a household, and when."""

    id = key()
    organisation = recorded_by()
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members", verbose_name=_("household"))
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("as"), max_length=10, choices=HouseholdRole, default=HouseholdRole.ADULT)
    during = DateRangeField(_("lives there"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S1="id organisation", S2="household person role during")

    class Meta:
        verbose_name = _("member of a household")
        constraints = [
            Same("household", "organisation", name="member_of_own_household"),
            ExclusionConstraint(
                name="member_once_at_a_time",
                expressions=[
                    ("household", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person is already a member of the household on some of these days."),
            ),
            lasts_a_day("membership_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id}: {self.person_id}"
