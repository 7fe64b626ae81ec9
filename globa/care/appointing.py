"""A guardian is appointed by an act or a ruling: the paper, the family and the guardianship are recorded together."""

from __future__ import annotations

from datetime import date

from globa.care.guardianships import Guardianship, GuardianshipEnd, GuardianshipForm, end
from globa.journal.operations import Actor, operation
from globa.registry.households import Household, HouseholdRole, Member
from globa.registry.organisations import Organisation
from globa.registry.papers import Paper
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message


class NoFamily(Refusal):
    at = "guardian"

    def __init__(self) -> None:
        super().__init__(message("Choose the guardian, or the family: guardian families are counted."))


def appoint_by_act(
    *, organisation: Organisation, child: Person, kind: str, form: str, since: date, by: Actor | None,
    act: str, act_number: str, act_on: date, guardian: Person | None = None, household: Household | None = None, relation: str = "",
) -> Guardianship:  # fmt: skip
    """
    Whoever represents the child until then does so no longer: on one day one ends and the other begins.

    A family that is not named is the one in which the guardian lives, or a new one of theirs.
    """
    made = Guardianship(
        organisation=organisation, child=child, kind=kind, form=form, guardian=guardian, household=household, relation=relation,
        during=(since, None),
    )  # fmt: skip
    with operation("care.appoint_guardian", by=by, about=made):
        for before in Guardianship.objects.filter(organisation=organisation, child=child, during__upper_inf=True, during__contains=since):
            end(guardianship=before, on=since, because=GuardianshipEnd.CHANGED_GUARDIAN, by=by)
        if form == GuardianshipForm.FAMILY and household is None:
            made.household = _family_of(organisation, guardian, since)
        made.paper = Paper.objects.create(organisation=organisation, kind=act, number=act_number.strip(), issued_on=act_on, person=child)
        made.save(force_insert=True)
    return made


def _family_of(organisation: Organisation, guardian: Person | None, on: date) -> Household:
    if guardian is None:
        raise NoFamily
    living = Member.objects.filter(organisation=organisation, person=guardian, during__contains=on).select_related("household")
    if (known := living.order_by("during").first()) is not None:
        return known.household
    family = Household.objects.create(organisation=organisation, name=guardian.name)
    Member.objects.create(organisation=organisation, household=family, person=guardian, role=HouseholdRole.ADULT, during=(on, None))
    return family
