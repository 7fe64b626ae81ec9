"""As what somebody is helped on a day is read from what is recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from globa.care.guardianships import appoint
from globa.casework.recipients import as_recipients, family_of
from globa.registry.people import Person
from globa.registry.relations import Relation
from tests import builders
from tests.builders import DAY, SINCE, Place


def roles(at: Place, *people: Person, on: date = DAY) -> list[tuple[str, str | None]]:
    found = as_recipients(people, on=on, organisation=at.organisation)
    return [(one.role.value, one.household.name if one.household else None) for one in found]


def ward_of(at: Place, household: Any, **details: Any) -> Person:
    child = builders.child(at)
    appoint(
        organisation=at.organisation,
        child=child,
        kind="permanent",
        form="family",
        household=household,
        since=SINCE,
        by=at.worker,
        **details,
    )
    return child


def test_a_carer_and_the_child_with_the_carer_share_the_household(here: Place) -> None:
    contract = builders.contract(here, code="carer-1")
    contract.dwelling.household = contract.household
    contract.dwelling.save()
    stay = builders.stay(here, where=builders.bed(contract.dwelling))
    assert roles(here, contract.carer, stay.child) == [("on_duty_carer", "carer-1"), ("child", "carer-1")]


def test_the_grown_ups_of_a_guardian_family_are_guardians(here: Place) -> None:
    guardian = builders.person(here, "Rasa")
    family = builders.household(here, "Guardians", guardian)
    child = ward_of(here, family)
    assert roles(here, guardian, child) == [("guardian", "Guardians"), ("child", "Guardians")]


def test_before_the_guardianship_they_are_not(here: Place) -> None:
    guardian = builders.person(here, "Rasa", purpose="training")
    ward_of(here, builders.household(here, "Guardians", guardian))
    assert roles(here, guardian, on=date(2019, 12, 31)) == [("applicant", None)]


def test_a_parent_is_one_however_the_relation_is_stored(here: Place) -> None:
    mother, father, child = builders.person(here, "Ona"), builders.person(here, "Petras"), builders.child(here)
    Relation.objects.create(organisation=here.organisation, person=mother, other=child, kind="parent")
    Relation.objects.create(organisation=here.organisation, person=child, other=father, kind="child")
    assert [role for role, _household in roles(here, mother, father)] == ["parent", "parent"]


def test_who_is_under_age_is_a_child_and_who_is_unknown_is_other(here: Place) -> None:
    assert roles(here, builders.child(here), builders.person(here, purpose="family")) == [("child", None), ("other", None)]


def test_the_rest_of_the_family_is_offered(here: Place) -> None:
    guardian, partner = builders.person(here, "Rasa"), builders.person(here, "Jonas")
    child = ward_of(here, builders.household(here, "Guardians", guardian, partner))
    brother = builders.child(here, "Tomas")
    Relation.objects.create(organisation=here.organisation, person=brother, other=child, kind="sibling")
    chosen = as_recipients([child], on=DAY, organisation=here.organisation)
    assert set(family_of(chosen, on=DAY, organisation=here.organisation)) == {guardian, partner, brother}


def test_nobody_chosen_is_nobody(here: Place) -> None:
    assert as_recipients([], on=DAY, organisation=here.organisation) == []
