"""What whoever registers a person is told of a file that is not open to them, and what they are not told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from globa.journal.readings import Reading
from globa.registry.accounts.appointments import Role
from globa.registry.conflicts import declare
from globa.registry.names.finding import kept_file
from globa.registry.people import Person
from globa.registry.sealing import Seal
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping

BORN, CODE = date(2012, 3, 4), "51203040012"
HERE, ELSEWHERE = "This institution keeps a file on this person", "Another institution keeps a file"


def typed(**other: str) -> dict[str, str]:
    return {
        "given_name": "Kajus", "family_name": "Vaišnora", "sex": "male", "birth_date_year": "2012", "birth_date_month": "3",
        "birth_date_day": "4", "birth_precision": "day", "personal_code": "", "purpose": "care", "looked": "",
    } | other  # fmt: skip


def told(client: Client, **other: str) -> str:
    answer = client.post("/people/new/", typed(**other))
    page = answer.content.decode()
    return next((said for said in (HERE, ELSEWHERE) if said in page), "registered" if answer.status_code == 302 else "nothing")


@pytest.fixture
def unseen(client: Client, here: Place, as_role: Callable[[Role], None]) -> Person:
    """A child of this institution with whom the worker of a home group does not work."""
    child = builders.child(here, "Kajus", BORN, family_name="Vaišnora", personal_code=CODE)
    as_role(Role.SOCIAL_WORKER)
    _forget_assignments(here)
    return child


def _forget_assignments(here: Place) -> None:
    from globa.registry.assignments import Assignment, end

    for one in Assignment.objects.filter(user=here.worker):
        end(assignment=one, on=today(), by=here.worker)


@pytest.fixture
def foreign(elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]) -> Person:
    with in_the_name_of(elsewhere):
        return builders.child(elsewhere, "Kajus", BORN, family_name="Vaišnora", personal_code=CODE)


def test_a_file_here_is_told_by_both_names_and_the_birthday(client: Client, unseen: Person) -> None:
    assert told(client) == HERE


@pytest.mark.parametrize("other", [{"given_name": "Kaju"}, {"family_name": ""}, {"birth_date_day": "5"}, {"birth_precision": "about"}])
def test_what_is_not_exact_is_told_nothing(client: Client, unseen: Person, other: dict[str, str]) -> None:
    assert told(client, **other) == "registered"


def test_a_file_elsewhere_is_told_by_the_whole_code_only_and_never_where(client: Client, foreign: Person) -> None:
    assert told(client, personal_code=CODE, given_name="Vytis") == ELSEWHERE
    assert "Elsewhere" not in client.post("/people/new/", typed(personal_code=CODE)).content.decode()


def test_a_file_elsewhere_is_not_told_by_a_name(client: Client, foreign: Person) -> None:
    assert told(client) == "registered"


def test_what_was_told_is_written_down_as_a_refused_look(client: Client, unseen: Person, as_owner: Stepping) -> None:
    told(client)
    with as_owner():
        row = Reading.objects.get(person_id=unseen.pk, route="people-register")
    assert (row.shown, row.result) == ("name", "refused")


def test_it_is_somebody_else_registers_after_all(client: Client, unseen: Person) -> None:
    assert told(client, looked="Kajus Vaišnora") == "registered"


def test_a_sealed_file_is_not_told_by_a_name(client: Client, here: Place, unseen: Person, as_owner: Stepping) -> None:
    with as_owner():
        Seal.objects.create(organisation=here.organisation, person=unseen, kind="adoption", during=(SINCE, None))
    assert told(client) == "registered"


def test_a_conflict_of_interest_is_not_told_by_a_name(client: Client, here: Place, unseen: Person, as_owner: Stepping) -> None:
    with as_owner():
        declare(user=here.worker, person=unseen, organisation=here.organisation, since=SINCE, by=here.worker, reason="cousin")
    assert told(client) == "registered"


@pytest.mark.parametrize("role", [Role.PSYCHOLOGIST, Role.ACCOUNTANT, Role.NATIONAL_OFFICER, Role.ADMINISTRATOR, Role.ON_DUTY_CARER])
def test_whoever_registers_nobody_is_told_nothing(client: Client, unseen: Person, as_role: Callable[[Role], None], role: Role) -> None:
    lookup = unseen.personal_code_lookup or ""
    as_role(role)
    assert kept_file("Kajus Vaišnora", BORN, lookup) is None
