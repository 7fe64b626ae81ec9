"""Addresses, vehicles, licences and accreditations of an institution."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


@tracked
class Address(models.Model):
    """A street address; that of a child's home is concealed from whoever need not know it."""

    id = key()
    organisation = recorded_by()
    street = models.CharField(_("street"), max_length=120)
    house = models.CharField(_("house"), max_length=20)
    flat = models.CharField(_("flat"), max_length=20, blank=True)
    place = models.CharField(_("town or village"), max_length=80)
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation", S2="street house flat place municipality")

    class Meta:
        verbose_name = _("address")
        constraints = [unique_with("organisation", name="address_of_organisation")]

    def __str__(self) -> str:
        return f"{self.street} {self.house}{'-' + self.flat if self.flat else ''}, {self.place}"


class Tenure(models.TextChoices):
    OWN = "own", _("own")
    RENTED = "rented", _("rented")
    LENT = "lent", _("lent")


@tracked
class Premises(models.Model):
    """A place where an institution works."""

    id = key()
    organisation = recorded_by()
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="premises", verbose_name=_("address"))
    tenure = models.CharField(_("held as"), max_length=10, choices=Tenure)
    during = DateRangeField(_("used"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation tenure during", S2="address")

    class Meta:
        verbose_name = _("premises")
        constraints = [
            Same("address", "organisation", name="premises_at_own_address"),
            lasts_a_day("premises_last_a_day"),
        ]

    def __str__(self) -> str:
        return str(self.address)


class VehicleKind(models.TextChoices):
    CAR = "car", _("car")
    MINIBUS = "minibus", _("minibus")
    OTHER = "other", _("other")


@tracked
class Vehicle(models.Model):
    """A vehicle of the institution, with its seats."""

    id = key()
    organisation = recorded_by()
    kind = models.CharField(_("kind"), max_length=10, choices=VehicleKind)
    name = models.CharField(_("name"), max_length=80)
    seats = models.PositiveSmallIntegerField(_("seats"))
    during = DateRangeField(_("kept"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation kind name seats during")

    class Meta:
        verbose_name = _("vehicle")
        constraints = [
            models.CheckConstraint(
                name="vehicle_seats_somebody", condition=Q(seats__gt=0), violation_error_message=_("Say how many seats the vehicle has.")
            ),
            lasts_a_day("vehicle_is_kept_a_day"),
        ]

    def __str__(self) -> str:
        return self.name


class LicenceKind(models.TextChoices):
    LICENCE = "licence", _("licence")
    ACCREDITATION = "accreditation", _("accreditation")


@tracked
class Licence(models.Model):
    """A licence for social care, or an accreditation of social supervision."""

    id = key()
    organisation = recorded_by()
    kind = models.CharField(_("kind"), max_length=20, choices=LicenceKind)
    number = models.CharField(_("number"), max_length=40)
    service = models.ForeignKey(
        "registry.CatalogueService", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("service")
    )
    amended_on = models.DateField(_("last amended on"), null=True, blank=True)
    during = DateRangeField(_("in force"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation kind number service amended_on during")

    class Meta:
        verbose_name = _("licence or accreditation")
        constraints = [
            unique_with("organisation", name="licence_of_organisation"),
            ExclusionConstraint(
                name="licence_number_is_given_once",
                expressions=[("kind", RangeOperators.EQUAL), ("number", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("A licence with this number is already recorded."),
            ),
            lasts_a_day("licence_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return self.number


@tracked
class LicensedAddress(models.Model):
    """An address named in a licence, with the places licensed there."""

    id = key()
    organisation = recorded_by()
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="addresses", verbose_name=_("licence or accreditation"))
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="licences", verbose_name=_("address"))
    places = models.PositiveSmallIntegerField(_("places"))
    during = DateRangeField(_("in the licence"))

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation licence places during", S2="address")

    class Meta:
        verbose_name = _("licensed address")
        constraints = [
            Same("licence", "organisation", name="licensed_address_of_own_licence"),
            Same("address", "organisation", name="licensed_address_is_own"),
            ExclusionConstraint(
                name="address_is_licensed_once_at_a_time",
                expressions=[("licence", RangeOperators.EQUAL), ("address", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("The licence already names this address on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.address)


def license_address(
    *, organisation: Organisation, licence: Licence, address: Address, places: int, since: date, by: Actor | None
) -> LicensedAddress:
    """Name an address in a licence; a known one (same words) is used again."""
    known = Address.objects.filter(
        organisation=organisation, street__iexact=address.street, house__iexact=address.house, flat__iexact=address.flat,
        place__iexact=address.place,
    ).first()  # fmt: skip
    made = LicensedAddress(organisation=organisation, licence=licence, places=places, during=(since, licence.during.upper))
    with operation("registry.license_address", by=by, about=made):
        if known is None:
            address.organisation = organisation
            address.save(force_insert=True)
        made.address = known or address
        made.save(force_insert=True)
    return made


def add_licence(*, organisation: Organisation, kind: str, number: str, since: date, by: Actor | None, until: date | None = None) -> Licence:
    """`until` is the first day on which it is not in force any more."""
    made = Licence(organisation=organisation, kind=kind, number=number.strip(), during=(since, until))
    with operation("registry.add_licence", by=by, about=made):
        made.save(force_insert=True)
    return made


def end_licence(*, licence: Licence, on: date, by: Actor | None, reason: str) -> None:
    """From `on` neither the licence nor its addresses are in force."""
    with operation("registry.end_licence", by=by, about=licence, reason=reason):
        licence.during = (licence.during.lower, on)
        licence.save(update_fields=["during"])
        for named in licence.addresses.filter(during__startswith__lt=on, during__contains=on):
            named.during = (named.during.lower, on)
            named.save(update_fields=["during"])
