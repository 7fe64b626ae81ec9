"""As what somebody receives a service is read from the records of the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from globa.care.guardianships import appoint
from globa.casework.recipients import as_recipients, family_of
from globa.registry.involvement import Involvement
from globa.registry.people import Person
from globa.registry.relations import Relation
from tests import builders
from tests.builders import DAY, Place


def role(here: Place, person: Person, on: date = DAY) -> tuple[str, Any]:
    (one,) = as_recipients([person], on=on, organisation=here.organisation)
    return str(one.role), one.household


def test_a_carer_with_a_contract_is_an_on_duty_carer_only_while_it_lasts(here: Place) -> None:
    contract = builders.contract(here, since=date(2023, 1, 1))
    Involvement.objects.filter(person=contract.carer).update(purpose="guardianship")
    assert role(here, contract.carer) == ("on_duty_carer", contract.household)
    assert role(here, contract.carer, date(2022, 12, 31))[0] == "guardian"


def test_a_child_with_a_carer_belongs_to_the_carers_household(here: Place) -> None:
    contract = builders.contract(here)
    stay = builders.stay(here, where=contract.dwelling.beds.get(name="1"))
    assert role(here, stay.child) == ("child", contract.household)


def test_a_young_adult_who_still_lives_in_a_home_is_served_as_a_child(here: Place) -> None:
    stay = builders.stay(here, builders.child(here, born=date(2003, 1, 1)))
    assert role(here, stay.child) == ("child", None)


def test_whoever_lives_where_somebody_is_under_guardianship_is_a_guardian(here: Place) -> None:
    guardian, wife, child = builders.person(here, "Petras"), builders.person(here, "Rasa"), builders.child(here)
    family = builders.household(here, "Petraičiai", guardian, wife)
    appoint(
        organisation=here.organisation, child=child, kind="permanent", form="family", household=family, guardian=guardian,
        since=date(2021, 1, 1), by=here.worker,
    )  # fmt: skip
    assert [role(here, one) for one in (guardian, wife, child)] == [("guardian", family), ("guardian", family), ("child", family)]


def test_the_parent_of_a_child_is_a_parent(here: Place) -> None:
    mother, child = builders.person(here, "Rasa", birth_date=date(1985, 1, 1)), builders.child(here)
    Relation.objects.create(organisation=here.organisation, person=mother, other=child, kind="parent")
    assert role(here, mother)[0] == "parent"
    assert role(here, child)[0] == "child"


@pytest.mark.parametrize(
    ("purpose", "said"), [("training", "applicant"), ("work", "worker"), ("guardianship", "guardian"), ("help", "other")]
)
def test_of_others_the_purpose_of_the_file_says_it(here: Place, purpose: str, said: str) -> None:
    assert role(here, builders.person(here, purpose=purpose, birth_date=date(1985, 1, 1)))[0] == said


def test_the_family_is_whoever_lives_together_and_nobody_twice(here: Place) -> None:
    contract = builders.contract(here)
    first = builders.stay(here, where=contract.dwelling.beds.get(name="1")).child
    second = builders.stay(here, builders.child(here, "Urtė"), where=contract.dwelling.beds.get(name="2")).child
    chosen = as_recipients([first], on=DAY, organisation=here.organisation)
    assert set(family_of(chosen, on=DAY, organisation=here.organisation)) == {contract.carer, second}


def test_brothers_and_sisters_in_a_home_are_family_too(here: Place) -> None:
    brother, sister = builders.child(here, "Jonas"), builders.child(here, "Urtė")
    Relation.objects.create(organisation=here.organisation, person=brother, other=sister, kind="sibling")
    chosen = as_recipients([sister], on=DAY, organisation=here.organisation)
    assert family_of(chosen, on=DAY, organisation=here.organisation) == [brother]
