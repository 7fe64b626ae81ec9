"""Recording a service through its page: what is typed is never lost, and one press records one service."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from globa.casework.services import Recipient, Service
from globa.registry.accounts.appointments import Role
from globa.registry.catalogue import CatalogueService
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping


def typed(*people: Person, **other: Any) -> dict[str, Any]:
    filled = {
        "once": str(uuid4()), "recipients": [str(one.pk) for one in people], "kind": "consultation", "when": "today",
        "minutes": "60", "setting": "home", "payer": "", "note": "Kitą kartą mokykloje.",
    }  # fmt: skip
    return filled | other


@pytest.fixture
def child(here: Place) -> Person:
    return builders.child(here, "Kajus", family_name="Vaišnora")


def test_a_service_is_recorded_with_who_gave_it_and_as_what(client: Client, here: Place, child: Person) -> None:
    answer = client.post("/services/new/", typed(child))
    assert (answer.status_code, answer["Location"]) == (302, "/services/")
    service = Service.objects.get()
    assert (service.provider, service.provider_role, service.minutes) == (here.worker.person, "foster_coordinator", 60)
    assert [(one.person, one.role) for one in service.recipients.all()] == [(child, "child")]


def test_after_saving_the_note_names_the_number_and_the_way_back(client: Client, child: Person) -> None:
    page = client.post("/services/new/", typed(child), follow=True).content.decode()
    service = Service.objects.get()
    assert f'<a href="/services/{service.pk}/">HE-{today().year}-1</a>' in page
    assert f'<a href="/services/{service.pk}/withdraw/">Undo</a>' in page


def test_save_and_next_goes_on_with_the_last_record_filled_in(client: Client, child: Person) -> None:
    answer = client.post("/services/new/", typed(child, kind="mediation", minutes="45", and_next="yes"))
    assert answer["Location"] == "/services/new/"
    page = client.get("/services/new/").content.decode()
    assert "Filled in as your last record." in page
    assert 'value="mediation" checked' in page
    assert 'value="45" checked' in page
    assert 'name="recipients"' not in page


def test_pressing_save_twice_records_once(client: Client, child: Person) -> None:
    form = typed(child)
    client.post("/services/new/", form)
    answer = client.post("/services/new/", form)
    service = Service.objects.get()
    assert answer["Location"] == f"/services/{service.pk}/"


@pytest.mark.parametrize(
    ("change", "at", "said"),
    [
        ({"recipients": []}, "#id_recipients", "Say who the service was for"),
        ({"recipients": [str(uuid4())]}, "#id_recipients", "not in the files that you may see"),
        ({"when": "other", "day_year": "2023", "day_month": "2", "day_day": "30"}, "#id_day_0", "There is no such day"),
        ({"when": "other", "day_year": "2011", "day_month": "5", "day_day": "1"}, "#id_day_0", "before one of the recipients was born"),
        ({"minutes": "other", "other_minutes": "a lot"}, "#id_other_minutes", "Write the minutes in digits"),
        ({"kind": "other"}, "#id_other_kind", "Choose the service from the list"),
        ({"find": "Kaj"}, "", "have not chosen"),
    ],
)
def test_what_is_refused_stands_at_its_field_and_nothing_is_lost(
    client: Client, child: Person, change: dict[str, Any], at: str, said: str
) -> None:
    answer = client.post("/services/new/", typed(child) | change)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'<a href="{at}">' in page or not at
    assert "Kitą kartą mokykloje." in page
    assert not Service.objects.exists()


def test_a_day_that_has_not_come_is_refused_at_the_day(client: Client, child: Person) -> None:
    day = today() + timedelta(days=1)
    tomorrow = {"when": "other", "day_year": day.year, "day_month": day.month, "day_day": day.day}
    page = client.post("/services/new/", typed(child, **tomorrow)).content.decode()
    assert "The day has not come yet" in page
    assert '<a href="#id_day_0">' in page
    assert f'value="{day.year}"' in page


def test_somebody_of_another_institution_cannot_be_named(client: Client, elsewhere: Place, in_the_name_of: Callable[[Place], Any]) -> None:
    with in_the_name_of(elsewhere):
        stranger = builders.child(elsewhere)
    answer = client.post("/services/new/", typed(stranger))
    assert answer.status_code == 422
    assert not Recipient.objects.exists()


def test_without_scripts_a_person_is_found_and_added_and_nothing_typed_is_lost(client: Client, child: Person) -> None:
    page = client.post("/services/new/", typed(find="kajuss vaisnora", step="enter")).content.decode()
    assert f'name="add" value="{child.pk}"' in page
    assert "Kitą kartą mokykloje." in page
    page = client.post("/services/new/", typed(find="kajuss", add=str(child.pk))).content.decode()
    assert f'name="recipients" value="{child.pk}"' in page
    assert "Kitą kartą mokykloje." in page
    assert "govuk-error-message" not in page


def test_somebody_added_by_mistake_is_removed(client: Client, child: Person) -> None:
    other = builders.child(client_place(child), "Urtė")
    page = client.post("/services/new/", typed(child, other, remove=str(other.pk))).content.decode()
    assert f'name="recipients" value="{child.pk}"' in page
    assert str(other.pk) not in page


def client_place(child: Person) -> Place:
    organisation = child.involvements.get().organisation
    from globa.registry.accounts.users import User

    return Place(organisation, User.objects.get(appointments__organisation=organisation))


def test_the_family_of_whoever_is_chosen_is_offered(client: Client, here: Place) -> None:
    contract = builders.contract(here)
    stay = builders.stay(here, where=contract.dwelling.beds.get(name="1"), on=date(2023, 1, 1))
    page = client.post("/services/new/", typed(add=str(contract.carer.pk))).content.decode()
    assert "on-duty carer" in page
    assert f'name="add" value="{stay.child_id}"' in page


def test_a_carer_receives_the_service_as_a_carer_of_the_household(client: Client, here: Place) -> None:
    contract = builders.contract(here)
    client.post("/services/new/", typed(contract.carer))
    received = Recipient.objects.get()
    assert (received.role, received.household) == ("on_duty_carer", contract.household)


def test_where_it_will_be_counted_is_shown_before_it_is_saved(client: Client, child: Person) -> None:
    page = client.get("/services/new/").content.decode()
    assert "Services given by foster coordinators" in page
    assert "0</a> → <b>1</b>" in page
    answer = client.post("/services/new/", typed(child, minutes="90", step="count"), headers={"hx-request": "true"})
    assert "Home visits" in answer.content.decode()
    assert "0</a> → <b>1.5</b>" in answer.content.decode()


def test_a_week_ago_is_offered_to_be_repeated_with_its_people(client: Client, here: Place, child: Person) -> None:
    builders.service(here, child, on=today() - timedelta(days=7), provider=here.worker.person, kind="information")
    assert "The same as last" in client.get("/services/new/").content.decode()
    page = client.get("/services/new/?like=week-ago").content.decode()
    assert f'name="recipients" value="{child.pk}"' in page
    assert 'value="information" checked' in page


def test_an_accountant_comes_to_no_page_of_services(client: Client, as_role: Callable[[Role], None]) -> None:
    as_role(Role.ACCOUNTANT)
    assert client.get("/services/new/").status_code == client.get("/services/").status_code == 404


def test_an_account_that_is_no_worker_gives_no_services_and_is_told_why(client: Client, here: Place, as_owner: Stepping) -> None:
    here.worker.person = None
    with as_owner():
        here.worker.save(update_fields=["person"])
    answer = client.get("/services/new/")
    assert answer.status_code == 422
    assert "services cannot be recorded" in answer.content.decode()


def test_the_page_asks_as_much_for_one_as_for_many(
    client: Client, here: Place, django_assert_max_num_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    client.get("/services/new/")
    people = [builders.child(here, f"Vaikas {number}") for number in range(5)]
    for person in people:
        builders.service(here, person, on=today(), provider=here.worker.person)
    with django_assert_max_num_queries(45):
        client.post("/services/new/", typed(*people, find="Vaikas", step="find"))


def test_a_worker_of_a_home_group_records_for_the_institution(client: Client, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        here.worker.appointments.update(organisation=builders.unit_of(here, "home-1"), role=Role.SOCIAL_WORKER)
    assert client.get("/services/new/").status_code == 200


def stopped_kind() -> str:
    """A kind of service that was in the catalogue until the end of 2023."""
    until = (None, date(2024, 1, 1))
    return CatalogueService.objects.create(code="stopped", name="Nutraukta", name_en="Stopped", group="general", during=until).code


def test_the_kinds_offered_are_those_of_the_day_that_was_typed(client: Client, child: Person, as_owner: Stepping) -> None:
    with as_owner():
        kind = stopped_kind()
    earlier = {"when": "other", "day_year": "2023", "day_month": "5", "day_day": "10"}
    assert 'value="stopped"' not in client.get("/services/new/").content.decode()
    refused = client.post("/services/new/", typed(child, kind="other", other_kind=kind))
    assert refused.status_code == 422
    assert "was not in the catalogue on that day" in refused.content.decode()
    part = client.post("/services/new/", typed(child, step="kinds", **earlier), headers={"hx-request": "true"}).content.decode()
    assert '<option value="stopped">' in part
    assert client.post("/services/new/", typed(child, kind="other", other_kind=kind, **earlier)).status_code == 302
    assert Service.objects.get().kind.code == kind


def test_whom_i_helped_last_is_offered_first_and_found_first(client: Client, here: Place, child: Person) -> None:
    other = builders.child(here, "Kajus", family_name="Abromaitis")
    builders.service(here, other, on=date(2023, 5, 1), provider=builders.person(here))
    builders.service(here, child, on=date(2023, 4, 1), provider=here.worker.person)
    page = client.get("/services/new/").content.decode()
    assert f'name="add" value="{child.pk}"' in page
    assert str(other.pk) not in page
    found = client.post("/services/new/", typed(find="Kajus", step="find")).content.decode()
    assert found.index(str(child.pk)) < found.index(str(other.pk))


def test_each_service_of_the_last_week_is_given_again_by_one_press(client: Client, here: Place, child: Person) -> None:
    service = builders.service(here, child, on=today() - timedelta(days=3), provider=here.worker.person, kind="information", minutes=75)
    assert f'href="/services/new/?like={service.pk}"' in client.get("/services/new/").content.decode()
    page = client.get(f"/services/new/?like={service.pk}").content.decode()
    assert f'name="recipients" value="{child.pk}"' in page
    assert 'value="75"' in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"minutes": "other", "other_minutes": "600"}, "10\u00a0h is long for one service: did a digit slip?"),
        ({"when": "other", "day_year": "2023", "day_month": "2", "day_day": "1"}, "It is of 2023-02-01, more than three months ago."),
        ({}, ""),
    ],
)
def test_what_is_unusual_is_asked_about_after_it_was_recorded(client: Client, child: Person, change: dict[str, str], said: str) -> None:
    page = client.post("/services/new/", typed(child, **change), follow=True).content.decode()
    assert Service.objects.count() == 1
    assert said in page
    assert ("Correct it" in page) is bool(said)


def test_the_same_service_twice_on_a_day_is_told_with_the_first_one(client: Client, here: Place, child: Person) -> None:
    client.post("/services/new/", typed(child))
    first = Service.objects.get()
    other = client.post("/services/new/", typed(builders.child(here, "Urtė")), follow=True).content.decode()
    assert "recorded on that day already" not in other
    page = client.post("/services/new/", typed(child), follow=True).content.decode()
    assert f'recorded on that day already: <a href="/services/{first.pk}/">{first.shown_number}</a>.' in page
    assert Service.objects.count() == 3
