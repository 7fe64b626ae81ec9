"""Who looked at a file, and what is unusual in a month, with its reason."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from globa.journal.explanations import Explanation
from globa.journal.operations import acting
from globa.journal.readings import Reading
from globa.registry.accounts.users import User
from globa.registry.households import Member
from globa.registry.people import Person
from globa.registry.premises import Address
from globa.vocabulary.calendar import VILNIUS, today
from globa.vocabulary.period import Period
from globa.web.looks.naming import PAGES
from globa.web.looks.unusual import noticed_in
from globa.web.routes import routes
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
MONTH = Period.months(2023, 5, 1)
Looking = Callable[..., None]


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas", family_name="Žilinskas")


@pytest.fixture
def officer(here: Place, as_owner: Stepping) -> User:
    with as_owner():
        return builders.account("officer@here.example", here.organisation, "data_protection_officer")


@pytest.fixture
def looked(here: Place, as_owner: Stepping) -> Looking:
    """`looked(person, at=datetime(...))`: the worker opened the file then."""

    def look(person: uuid.UUID | None, at: datetime = datetime(2023, 5, 10, 12, 0, tzinfo=VILNIUS), **change: Any) -> None:
        own = {"actor_id": here.worker.pk, "role": "foster_coordinator", "organisation_id": here.organisation.pk}
        with as_owner():
            Reading.objects.create(**own | {"person_id": person, "happened_at": at, "shown": "file", "route": "people-person"} | change)

    return look


def signed_in(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user, backend=BACKEND)
    return client


def noticed(by: User) -> list[tuple[str, int, int]]:
    with acting(by):
        return [(one.kind, one.looks, one.compared) for one in noticed_in(MONTH)]


def test_an_ordinary_look_is_not_noticed(officer: User, child: Person, looked: Looking) -> None:
    looked(child.pk)
    assert noticed(officer) == []


@pytest.mark.parametrize("family_name", ["Gedvilas", "Gedvilaitė", "Gedvilienė"])
def test_the_same_family_name_in_any_of_its_forms_is_noticed(
    here: Place, officer: User, client: Client, looked: Looking, family_name: str
) -> None:
    looked(builders.child(here, family_name=family_name).pk)
    assert noticed(officer) == [("family", 1, 0)]


def test_the_same_street_is_noticed(here: Place, officer: User, child: Person, looked: Looking) -> None:
    assert here.worker.person
    address = Address.objects.create(organisation=here.organisation, street="Beržų g.", house="1", place="Alytus")
    other = Address.objects.create(organisation=here.organisation, street="beržų g.", house="7", place="Alytus")
    builders.household(here, "Hers", here.worker.person, address=address)
    family = builders.household(here, "The child's", address=other)
    Member.objects.create(organisation=here.organisation, household=family, person=child, role="child", during=(SINCE, None))
    looked(child.pk)
    assert noticed(officer) == [("street", 1, 0)]


def test_a_look_without_an_open_file_on_that_day_is_noticed(here: Place, officer: User, client: Client, looked: Looking) -> None:
    looked(builders.child(here, since=date(2023, 6, 1)).pk)
    assert noticed(officer) == [("involvement", 1, 0)]


@pytest.mark.parametrize(
    ("hour", "role", "seen"),
    [(21, "foster_coordinator", []), (22, "foster_coordinator", [("night", 1, 0)]), (5, "psychologist", [("night", 1, 0)]),
     (6, "foster_coordinator", []), (3, "care_assistant", [])],
)  # fmt: skip
def test_the_night_is_noticed_where_there_is_no_duty(
    officer: User, child: Person, looked: Looking, hour: int, role: str, seen: list[Any]
) -> None:
    looked(child.pk, datetime(2023, 5, 10, hour, 30, tzinfo=VILNIUS), role=role)
    assert noticed(officer) == seen


def test_three_refused_looks_in_a_day_are_noticed_and_two_are_not(officer: User, client: Client, looked: Looking) -> None:
    for day, times in ((10, 3), (11, 2)):
        for number in range(times):
            looked(uuid.UUID(int=number + 1), datetime(2023, 5, day, 12, number, tzinfo=VILNIUS), result="refused")
    assert noticed(officer) == [("refused", 3, 0)]


def test_many_more_files_than_the_role_usually_opens_are_noticed(here: Place, officer: User, client: Client, looked: Looking) -> None:
    children = [builders.child(here, f"Vaikas {number}") for number in range(21)]
    for day in (8, 9, 11):
        looked(children[0].pk, datetime(2023, 5, day, 12, tzinfo=VILNIUS))
    for one in children:
        looked(one.pk)
    assert noticed(officer) == [("volume", 21, 1)]


def test_looks_of_another_institution_are_not_noticed_here(
    elsewhere: Place, officer: User, client: Client, looked: Looking, here: Place
) -> None:
    looked(builders.child(here, family_name="Gedvilas").pk, organisation_id=elsewhere.organisation.pk)
    assert noticed(officer) == []


def test_the_data_protection_officer_sees_a_number_and_the_head_the_name_beside_it(
    here: Place, officer: User, child: Person, looked: Looking, as_owner: Stepping
) -> None:
    looked(child.pk, datetime(2023, 5, 10, 23, 0, tzinfo=VILNIUS))
    with as_owner():
        head = builders.account("head@here.example", here.organisation, "head")
    number = f"{child.pk.hex[-8:-4]}-{child.pk.hex[-4:]}".upper()
    shown = [signed_in(user).get("/looks/?month=2023-05").content.decode() for user in (officer, head)]
    assert [(number in page, "Matas" in page, "between 22 and 6" in page) for page in shown] == [(True, False, True), (True, True, True)]


def test_a_look_is_explained_by_another_with_a_reason(officer: User, child: Person, here: Place, looked: Looking) -> None:
    looked(child.pk, datetime(2023, 5, 10, 23, 0, tzinfo=VILNIUS))
    client = signed_in(officer)
    address = f"/looks/explain/night/{here.worker.pk}/2023-05-10/{child.pk}/"
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Was on call for the helpline."}).status_code == 302
    assert "Was on call for the helpline." in client.get("/looks/?month=2023-05").content.decode()
    assert "explained already" in client.post(address, {"reason": "Once more."}).content.decode()
    assert Explanation.objects.get().looker_id == here.worker.pk


def test_what_was_not_noticed_is_not_explained(officer: User, child: Person, here: Place) -> None:
    assert signed_in(officer).get(f"/looks/explain/night/{here.worker.pk}/2023-05-10/{child.pk}/").status_code == 404
    assert signed_in(officer).get(f"/looks/explain/night/{here.worker.pk}/yesterday/").status_code == 404


def test_every_look_at_a_file_is_listed_for_those_who_watch_over_it(officer: User, client: Client, child: Person) -> None:
    client.get(f"/people/{child.pk}/")
    shown = signed_in(officer).get(f"/people/{child.pk}/looks/").content.decode()
    assert ("worker" in shown, "foster coordinator" in shown, "page of the person" in shown, "Matas" in shown) == (True, True, True, False)
    assert "assigned by name" in shown


def test_whoever_works_with_the_child_sees_counts_by_role(client: Client, child: Person) -> None:
    client.get(f"/people/{child.pk}/")
    shown = client.get(f"/people/{child.pk}/looks/").content.decode()
    assert "Foster coordinator" in shown
    assert "people-person" not in shown


def test_the_picture_counts_looks_by_day_and_hour(officer: User, child: Person, looked: Looking) -> None:
    noon = datetime.combine(today(), datetime.min.time(), VILNIUS) + timedelta(hours=12)
    looked(child.pk, noon)
    shown = signed_in(officer).get("/looks/")
    assert [column.number.value for column in shown.context["by_hour"]][12] == 1
    assert [column.number.value for column in shown.context["by_day"]][today().day - 1] >= 1


def test_whoever_does_not_watch_over_it_has_no_list(client: Client) -> None:
    assert client.get("/looks/").status_code == 404


def test_every_page_that_shows_somebody_has_a_name_for_those_who_ask_who_looked() -> None:
    assert {name for name, route in routes().items() if route.journal != "none"} - {*PAGES} == set()
