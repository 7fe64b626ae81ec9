"""Contracts of a foster centre with on-duty and permanent carers; their places are beds of the carer's home."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.care.dwellings import Bed, Dwelling
from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.households import Household
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes


class CarerKind(models.TextChoices):
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer")
    PERMANENT_CARER = "permanent_carer", _("permanent carer")


class ContractQuerySet(OwnQuerySet):
    def on(self, day: date) -> ContractQuerySet:
        return self.filter(during__contains=day)


@tracked
class CarerContract(models.Model):
    """How many children of what ages a carer takes. The carer is not the child's legal representative."""

    id = key()
    organisation = recorded_by()
    carer = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="carer_contracts", verbose_name=_("carer"))
    household = models.ForeignKey("registry.Household", on_delete=models.PROTECT, related_name="contracts", verbose_name=_("household"))
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="contracts", verbose_name=_("carer's home"))
    kind = models.CharField(_("kind"), max_length=20, choices=CarerKind)
    places = models.PositiveSmallIntegerField(_("children at once"))
    age_from = models.PositiveSmallIntegerField(_("from age"), default=0)
    age_to = models.PositiveSmallIntegerField(_("to age"), default=17)
    paper = models.ForeignKey(
        "registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("contract")
    )
    during = DateRangeField(_("in force"))

    objects = ContractQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("carer")
    sensitivity = classes(S1="id organisation carer kind places age_from age_to paper during", S2="household dwelling")

    class Meta:
        verbose_name = _("carer's contract")
        constraints = [
            Same("household", "organisation", name="contract_with_own_household"),
            Same("dwelling", "organisation", name="contract_in_own_dwelling"),
            Same(
                "dwelling",
                "kind",
                theirs="kind",
                name="contract_kind_is_the_dwellings",
                violation_error_message=_("The home is not that of such a carer. Choose a home of the same kind as the contract."),
            ),
            Same("paper", "organisation", name="contract_by_own_paper"),
            ExclusionConstraint(
                name="carer_has_one_contract_at_a_time",
                expressions=[("carer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("The carer already has a contract on some of these days."),
            ),
            models.CheckConstraint(
                name="contract_ages_are_in_order",
                condition=Q(age_from__lte=models.F("age_to")),
                violation_error_message=_("The youngest age is above the oldest. Compare the two."),
            ),
            models.CheckConstraint(
                name="contract_has_places",
                condition=Q(places__gt=0),
                violation_error_message=_("Say for how many children the contract is."),
            ),
            lasts_a_day("contract_lasts_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.carer_id}: {self.places}"


def open_contract(
    *,
    carer: Person,
    household: Household,
    dwelling: Dwelling,
    places: int,
    since: date,
    by: Actor | None,
    kind: str = CarerKind.ON_DUTY_CARER,
    **details: Any,
) -> CarerContract:
    """Sign with a carer: the contract and, as its places, beds in the carer's home."""
    contract = CarerContract(
        organisation_id=household.organisation_id,
        carer=carer,
        household=household,
        dwelling=dwelling,
        kind=kind,
        places=places,
        during=(since, None),
        **details,
    )
    with operation("care.open_contract", by=by, about=contract):
        contract.save(force_insert=True)
        Bed.objects.bulk_create(
            Bed(organisation_id=household.organisation_id, dwelling=dwelling, name=str(number + 1), during=(since, None))
            for number in range(places)
        )
    contract.refresh_from_db(fields=["during"])
    return contract


def close_contract(*, contract: CarerContract, on: date, by: Actor | None) -> CarerContract:
    """End a contract and its places; `on` is the first day without it. While a child lives there it is refused."""
    with operation("care.close_contract", by=by, about=contract):
        contract.during = DateRange(contract.during.lower, on)
        contract.save(update_fields=["during"])
        for bed in contract.dwelling.beds.filter(during__upper_inf=True):
            bed.during = DateRange(bed.during.lower, on)
            bed.save(update_fields=["during"])
    return contract
