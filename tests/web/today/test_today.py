"""The first page: a greeting, what is next, where there is room, how the year goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import translation

from globa.casework.plans import assess
from globa.registry.accounts.appointments import Appointment, Role
from globa.vocabulary.calendar import VILNIUS, today
from globa.web.today.greeting import greeting, vocative
from tests import builders
from tests.builders import Place


def page(client: Client) -> str:
    return client.get("/").content.decode()


@pytest.mark.parametrize(
    ("given", "called"),
    [("Miglė", "Migle"), ("Aušra", "Aušra"), ("Gytis", "Gyti"), ("Jonas", "Jonai"), ("Kajus", "Kajau"), ("Vilius", "Viliau"),
     ("Paulius", "Pauliau"), ("Algirdas", "Algirdai"), ("Matas", "Matai"), ("Vaidas", "Vaidai"), ("Linus", "Linau"), ("Stasys", "Stasy")],
)  # fmt: skip
def test_a_lithuanian_is_called_by_the_vocative(given: str, called: str) -> None:
    assert vocative(given) == called


@pytest.mark.parametrize(("hour", "said"), [(7, "Labas rytas, Migle"), (13, "Laba diena, Migle"), (20, "Labas vakaras, Migle")])
def test_the_greeting_knows_the_hour(hour: int, said: str) -> None:
    with translation.override("lt"):
        assert greeting("Miglė Gedvilaitė", datetime(2024, 1, 15, hour, tzinfo=VILNIUS)) == said


def test_a_stranger_is_sent_to_the_sign_in(client: Client) -> None:
    answer = Client().get("/")
    assert answer["Location"] == "/accounts/login/?next=/"


def test_the_services_of_the_week_open_their_list(client: Client, here: Place) -> None:
    builders.service(here, builders.child(here), on=today(), provider=here.worker.person)
    monday = today() - timedelta(days=today().weekday())
    shown = page(client)
    assert f"/services/?worker={here.worker.person_id}&amp;month={monday}..{monday + timedelta(days=7)}" in shown
    assert "My services this week" in shown


def test_free_places_are_counted_from_homes_and_carers(client: Client, here: Place) -> None:
    builders.contract(here, places=2)
    assert "Tonight 2 places of 2 are free." in page(client)


def test_a_figure_of_the_year_is_the_figure_of_the_figures_page(client: Client, here: Place) -> None:
    builders.service(here, builders.child(here), on=date(2023, 5, 10))
    shown = page(client)
    assert "The year 2023" in shown
    assert 'href="/figures/here/2023/foster-centre.coordinator-services/"' in shown


def test_a_late_plan_review_is_next_only_while_the_child_is_in_care(client: Client, here: Place) -> None:
    child = builders.child(here, "Urtė")
    assess(
        organisation=here.organisation, child=child, on=date(2023, 1, 9), kind="support_plan", review_due=date(2023, 7, 9), by=here.worker
    )
    assert "Urtė" not in page(client)
    builders.stay(here, child)
    shown = page(client)
    assert "1 duty is late." in shown
    assert f'href="/people/{child.pk}/"><b>Plan review</b>' in shown


def test_an_account_without_an_appointment_is_told_whom_to_ask(
    client: Client, here: Place, as_owner: Callable[[], AbstractContextManager[None]]
) -> None:
    with as_owner():
        Appointment.objects.filter(user=here.worker).delete()
    assert "Your account opens no organisation today" in page(client)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_page(client: Client, role: Role, as_role: Callable[[Role], None]) -> None:
    as_role(role)
    assert client.get("/").status_code == 200
