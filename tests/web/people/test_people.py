"""People: the list, the page of one, and a new file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.test import Client

from globa.care import guardianships, statuses
from globa.journal.operations import Operation
from globa.registry.accounts.appointments import Role
from globa.registry.people import Person
from globa.registry.relations import Relation, RelationKind
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place

Counting = Callable[[int], AbstractContextManager[None]]
CODE = "51203040001"


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def typed(**change: Any) -> dict[str, Any]:
    filled = {
        "given_name": "Kajus", "family_name": "Vaišnora", "sex": "male", "birth_date_year": "2012", "birth_date_month": "3",
        "birth_date_day": "4", "birth_precision": "day", "personal_code": "", "purpose": "care", "looked": "",
    }  # fmt: skip
    return filled | change


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas", family_name="Žilinskas", sex="male")


def test_children_in_care_come_first_and_are_counted_in_the_heading(client: Client, here: Place) -> None:
    builders.child(here, "Adomas")
    builders.stay(here, builders.child(here, "Zita"))
    shown = page(client, "/people/")
    assert "1 child in care today" in shown
    assert shown.index("Zita") < shown.index("Adomas")


@pytest.mark.parametrize(("who", "listed"), [("children", "Zita"), ("carers", "Rasa"), ("workers", "Miglė")])
def test_the_list_shows_only_whom_one_asks_for(client: Client, here: Place, who: str, listed: str) -> None:
    builders.stay(here, builders.child(here, "Zita"))
    builders.person(here, "Rasa", purpose="guardianship")
    builders.person(here, "Miglė", purpose="work")
    shown = page(client, f"/people/?who={who}")
    assert {name for name in ("Zita", "Rasa", "Miglė") if f">{name}</a>" in shown} == {listed}


def test_what_was_typed_stands_in_no_address_and_is_found_again(client: Client, child: Person) -> None:
    answer = client.post("/people/", {"find": "Zilinskas", "who": "families"})
    assert (answer.status_code, "ilinskas" in answer.headers["Location"]) == (302, False)
    assert "who=families" in answer.headers["Location"]
    found = client.post("/people/", {"find": "Zilinskas"}, follow=True).content.decode()
    assert (">Matas Žilinskas</a>" in found, 'value="Zilinskas"' in found) == (True, True)


def test_a_long_list_asks_no_more_than_a_short_one(client: Client, here: Place, django_assert_max_num_queries: Counting) -> None:
    for number in range(12):
        builders.child(here, f"Vaikas {number}")
    with django_assert_max_num_queries(9):
        client.get("/people/")


def test_nothing_of_a_line_of_the_list_is_markup(client: Client, here: Place) -> None:
    builders.person(here, '<b>"&', family_name="Rasa", purpose="work")
    assert ">&lt;b&gt;&quot;&amp; Rasa</a></th>" in page(client, "/people/")


def test_a_page_that_is_not_there_becomes_the_nearest_one(client: Client, here: Place) -> None:
    builders.child(here, "Zita")
    for number in ("2", "99", "-1", "0", "x", "²", "9" * 30):
        assert "Zita" in page(client, f"/people/?page={number}")


def test_somebody_of_another_institution_has_no_page(
    client: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        stranger = builders.child(elsewhere)
    assert client.get(f"/people/{stranger.pk}/").status_code == 404
    assert client.post(f"/people/{stranger.pk}/personal-code/").status_code == 404
    assert client.get(f"/people/{stranger.pk}/admit/").status_code == 404


def test_the_two_lanes_need_not_begin_together(client: Client, here: Place, child: Person) -> None:
    builders.stay(here, child, on=date(2022, 3, 14))
    guardianships.appoint(
        organisation=here.organisation, child=child, kind="temporary", form="foster_centre", since=date(2022, 3, 18), by=here.worker
    )
    shown = page(client, f"/people/{child.pk}/")
    assert "2022-03-14 came; guardianship 4 days later" in shown
    assert "Temporary guardianship" in shown


def test_services_of_a_year_are_numbers_that_open_their_list(client: Client, here: Place, child: Person) -> None:
    builders.service(here, child, minutes=90)
    shown = page(client, f"/people/{child.pk}/")
    assert f"/services/?person={child.pk}&amp;worker=all&amp;month=2023" in shown
    assert "1.5&nbsp;hours" in shown


def test_a_relation_is_read_from_both_sides(client: Client, here: Place, child: Person) -> None:
    mother = builders.person(here, "Rasa", sex="female")
    Relation.objects.create(organisation=here.organisation, person=mother, other=child, kind=RelationKind.PARENT)
    assert '<span class="end g-small">mother</span>' in page(client, f"/people/{child.pk}/")
    assert '<span class="end g-small">son</span>' in page(client, f"/people/{mother.pk}/")


def test_the_personal_code_is_hidden_until_somebody_asks_and_that_is_written_down(client: Client, here: Place) -> None:
    child = builders.child(here, "Matas", sex="male", personal_code=CODE)
    assert CODE not in page(client, f"/people/{child.pk}/")
    answer = client.post(f"/people/{child.pk}/personal-code/")
    assert CODE in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    looked = Operation.objects.get(verb="registry.showed_personal_code")
    assert (looked.subject, looked.actor_id, looked.organisation_id) == (
        f"registry.person:{child.pk}", here.worker.pk, here.organisation.pk,
    )  # fmt: skip


def test_asking_for_the_code_by_its_address_shows_nothing(client: Client, child: Person) -> None:
    assert client.get(f"/people/{child.pk}/personal-code/").status_code == 405


def test_health_is_read_only_by_whom_it_concerns(client: Client, here: Place, child: Person, as_role: Callable[[Role], None]) -> None:
    statuses.state(
        organisation=here.organisation, child=child, kind="disability", condition="speech", since=date(2022, 1, 1), by=here.worker
    )
    assert "Speech" in page(client, f"/people/{child.pk}/")
    builders.stay(here, child)
    as_role(Role.CARE_ASSISTANT)
    assert "Speech" not in page(client, f"/people/{child.pk}/")


def test_the_page_of_a_person_asks_a_constant_number_of_questions(
    client: Client, here: Place, child: Person, django_assert_max_num_queries: Counting
) -> None:
    builders.stay(here, child)
    for _again in range(8):
        builders.service(here, child)
        other = builders.person(here)
        Relation.objects.create(organisation=here.organisation, person=other, other=child, kind=RelationKind.NEAR)
    with django_assert_max_num_queries(36):
        client.get(f"/people/{child.pk}/")


def test_a_new_person_gets_a_file_of_the_institution(client: Client, here: Place) -> None:
    answer = client.post("/people/new/", typed())
    person = Person.objects.get(given_name="Kajus")
    assert answer["Location"] == f"/people/{person.pk}/"
    assert person.involvements.get().organisation == here.organisation


def test_whoever_is_alike_is_shown_before_a_second_file_is_made(client: Client, here: Place) -> None:
    there = builders.child(here, "Kajus", family_name="Vaisnora")
    answer = client.post("/people/new/", typed())
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="/people/{there.pk}/"' in shown
    assert Person.objects.filter(given_name="Kajus").count() == 1
    assert client.post("/people/new/", typed(looked="Kajus Vaišnora")).status_code == 302
    assert Person.objects.filter(given_name="Kajus").count() == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"personal_code": "51203040002"}, "its eleven digits do not fit together"),
        ({"personal_code": CODE, "birth_date_year": "2011"}, "says another date of birth or sex"),
        ({"given_name": "", "family_name": ""}, "Write at least one name"),
        ({"birth_date_year": str(today().year + 1)}, "has not come yet"),
        ({"purpose": ""}, "Choose what for"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(client: Client, change: dict[str, str], said: str) -> None:
    answer = client.post("/people/new/", typed(**change))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert said in shown
    assert 'value="3"' in shown


def test_a_code_that_is_recorded_already_leads_to_its_person(client: Client, here: Place) -> None:
    there = builders.child(here, "Kitas", sex="male", personal_code=CODE)
    shown = client.post("/people/new/", typed(personal_code=CODE)).content.decode()
    assert f'href="/people/{there.pk}/"' in shown
    answer = client.post("/people/new/", typed(personal_code=CODE, looked="Kajus Vaišnora"))
    assert "recorded already" in answer.content.decode()


def test_only_those_who_care_register_people(client: Client, as_role: Callable[[Role], None]) -> None:
    as_role(Role.PSYCHOLOGIST)
    assert client.get("/people/new/").status_code == 404
    assert "Register a person" not in page(client, "/people/")


def test_a_page_about_nobody_special_stands_too(client: Client, here: Place) -> None:
    shown = page(client, f"/people/{builders.person(here, '', family_name='Nežinoma').pk}/")
    assert "not known" in shown
