"""What is shown is written down before it leaves; what cannot be written down is not shown."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from globa.journal.readings import Reading
from globa.registry.accounts.roles import Role
from globa.registry.assignments import Assignment
from globa.registry.people import Person
from globa.registry.relations import Relation
from globa.web import reading
from globa.web.people import listing
from globa.web.reading import NothingSaid
from tests import builders
from tests.builders import Place

AsRole = Callable[[Role], None]
InTheNameOf = Callable[[Place], AbstractContextManager[None]]


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas", family_name="Žilinskas")


def looks(person: uuid.UUID | None) -> list[tuple[str, str, str]]:
    return list(Reading.objects.filter(person_id=person).order_by("number").values_list("route", "shown", "result"))


def test_a_file_that_was_opened_is_a_look_with_who_as_what_and_where(client: Client, here: Place, child: Person) -> None:
    client.get(f"/people/{child.pk}/?year=2023")
    (look,) = Reading.objects.filter(person_id=child.pk)
    assert (look.route, look.shown, look.result) == ("people-person", "file", "shown")
    assert (look.actor_id, look.role, look.organisation_id) == (here.worker.pk, "foster_coordinator", here.organisation.pk)


def test_everybody_on_a_list_was_looked_at_by_name(client: Client, here: Place, child: Person) -> None:
    other = builders.child(here, "Ieva")
    client.get("/people/")
    assert looks(child.pk) == looks(other.pk) == [("people", "name", "shown")]


def test_a_search_is_a_look_at_those_who_were_found_only(client: Client, here: Place, child: Person) -> None:
    other = builders.child(here, "Ieva")
    client.post("/people/", {"find": "matas"}, follow=True)
    assert (looks(child.pk), looks(other.pk)) == ([("people", "name", "shown")], [])


def test_a_personal_code_that_was_shown_is_a_look_of_its_own(client: Client, here: Place) -> None:
    child = builders.child(here, personal_code="51203040001")
    client.post(f"/people/{child.pk}/personal-code/")
    assert set(looks(child.pk)) == {("people-code", "file", "shown"), ("people-code", "code", "shown")}


def test_an_id_that_the_organisation_does_not_know_is_missing_whether_there_is_such_a_person_elsewhere_or_not(
    client: Client, elsewhere: Place, in_the_name_of: InTheNameOf
) -> None:
    with in_the_name_of(elsewhere):
        stranger = builders.child(elsewhere)
    for asked in (stranger.pk, uuid.UUID(int=7)):
        assert client.get(f"/people/{asked}/").status_code == 404
        assert looks(asked) == [("people-person", "file", "missing")]


def test_a_child_of_the_organisation_that_was_not_opened_is_refused(client: Client, child: Person, as_role: AsRole) -> None:
    Assignment.objects.update(during=(builders.SINCE, builders.DAY))
    as_role(Role.PSYCHOLOGIST)
    assert client.get(f"/people/{child.pk}/").status_code == 404
    assert looks(child.pk) == [("people-person", "file", "refused")]


def ways(person: Person) -> set[str]:
    return set(Reading.objects.filter(person_id=person.pk).values_list("way", flat=True))


@pytest.mark.parametrize(("role", "way"), [(Role.HEAD, "institution"), (Role.FOSTER_COORDINATOR, "assigned")])
def test_by_which_right_a_file_was_read_is_written_down(client: Client, child: Person, as_role: AsRole, role: Role, way: str) -> None:
    as_role(role)
    client.get(f"/people/{child.pk}/")
    assert ways(child) == {way}


def test_a_child_in_the_home_where_one_works_is_read_by_that_right(client: Client, here: Place, as_role: AsRole) -> None:
    living = builders.stay(here).child
    Assignment.objects.update(during=(builders.SINCE, builders.DAY))
    as_role(Role.SOCIAL_WORKER)
    assert client.get(f"/people/{living.pk}/").status_code == 200
    assert ways(living) == {"home"}


def test_a_name_beside_the_file_has_a_right_of_its_own(client: Client, here: Place, child: Person) -> None:
    sister = builders.child(here, "Ieva")
    Assignment.objects.filter(person=sister).update(during=(builders.SINCE, builders.DAY))
    Relation.objects.create(organisation=here.organisation, person=child, other=sister, kind="sibling")
    client.get(f"/people/{child.pk}/")
    assert (ways(child), ways(sister)) == ({"assigned"}, {"institution"})


def test_a_list_that_names_nobody_is_one_look_without_a_person(client: Client, here: Place) -> None:
    client.get("/figures/here/2023/homes.children-at-closing/records/")
    assert looks(None) == [("figures-records", "evidence", "shown")]


def test_a_page_that_shows_nobody_writes_nothing(client: Client) -> None:
    client.get("/reports/")
    assert not Reading.objects.exists()


def test_a_page_costs_one_statement_however_many_people_it_shows(client: Client, here: Place, child: Person) -> None:
    for number in range(12):
        builders.child(here, f"Vaikas {number}")
    with CaptureQueriesContext(connection) as asked:
        client.get("/people/")
    assert sum("INSERT INTO journal_reading" in one["sql"] for one in asked) == 1
    assert Reading.objects.count() == 14


def test_a_view_that_forgets_to_say_whom_it_shows_is_refused(client: Client, child: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "looked_at", lambda *_given: None)
    with pytest.raises(NothingSaid, match="people shows people"):
        client.get("/people/")
    client.raise_request_exception = False
    answer = client.get("/people/")
    assert answer.status_code == 500
    assert "Matas" not in answer.content.decode()


@pytest.mark.parametrize("fails", ["the journal is full", "the statement is wrong"])
def test_a_look_that_cannot_be_written_down_is_not_shown(
    client: Client, child: Person, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def failing(*_given: Any) -> None:
        if fails == "the statement is wrong":
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO journal_reading (number) VALUES (NULL)")
        raise RuntimeError(fails)

    monkeypatch.setattr(reading, "write", failing)
    client.raise_request_exception = False
    answer = client.get(f"/people/{child.pk}/")
    assert answer.status_code == 500
    assert "Matas" not in answer.content.decode()


def test_nothing_of_the_question_is_kept(client: Client, child: Person) -> None:
    client.post("/people/", {"find": "matas zilinskas"}, follow=True)
    (look,) = Reading.objects.filter(person_id=child.pk)
    assert "matas" not in " ".join(str(value).lower() for value in vars(look).values())
