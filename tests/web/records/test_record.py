"""The page of a record: its fields, what belongs to it, and its history."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.care import guardianships, stays
from globa.care.away import leave
from globa.care.dwellings import Capacity
from globa.care.statuses import state
from globa.casework.cases import open_case
from globa.casework.conclusions import conclude, recommend
from globa.casework.plans import assess
from globa.facts import mapping
from globa.planning.directions import aim
from globa.planning.ledger import book
from globa.registry.accounts.appointments import Role
from globa.registry.premises import Address, Licence, LicensedAddress, Vehicle
from globa.registry.staff import PostAllowance, PostLimit
from globa.web.records.kinds import KINDS
from tests import builders
from tests.builders import DAY, SINCE, Place
from tests.fixtures import Stepping

Naming = Callable[[Place], AbstractContextManager[None]]


def address(record: models.Model) -> str:
    return f"/records/{record._meta.label_lower}/{record.pk}/"


def page(reader: Client, record: models.Model) -> str:
    answer = reader.get(address(record), follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def every_kind(at: Place) -> dict[str, models.Model]:
    """One record of each kind that has a page."""
    own: dict[str, Any] = {"organisation": at.organisation}
    child = builders.child(at)
    stay, contract = builders.stay(at, child), builders.contract(at)
    family = builders.household(at, "Family", builders.person(at, "Rima"))
    home = Address.objects.create(**own, street="Rasos g.", house="1", place="Alytus")
    licence = Licence.objects.create(**own, kind="licence", number="L-1", during=(SINCE, None))
    made: list[models.Model] = [
        stay, contract, builders.service(at), builders.event(at, child), builders.paper(at, person=child), builders.holding(at),
        leave(stay=stay, kind="camp", since=DAY, until=DAY + timedelta(days=3), by=at.worker),
        guardianships.appoint(**own, child=child, kind="permanent", form="institution", since=SINCE, by=at.worker),
        state(**own, child=child, kind="disability", condition="sensory", since=SINCE, by=at.worker),
        Capacity.objects.create(**own, dwelling=stay.dwelling, places=8, during=(SINCE, None)),
        conclude(**own, household=family, about="guardian", outcome="positive", on=DAY, number="7", by=at.worker),
        recommend(**own, household=family, outcome="positive", on=DAY, number="8", by=at.worker),
        assess(**own, child=child, on=DAY, by=at.worker, kind="support_plan", needs="Secret needs"),
        open_case(**own, kind="temporary_supervision_on_request", since=DAY, children=[child], by=at.worker),
        PostLimit.objects.create(**own, fte="50", during=(SINCE, None)),
        PostAllowance.objects.create(**own, post=builders.post(at, "driver"), fte="1", during=(SINCE, None)),
        licence, LicensedAddress.objects.create(**own, licence=licence, address=home, places=8, during=(SINCE, None)),
        Vehicle.objects.create(**own, kind="car", name="Car 1", seats=5, during=(SINCE, None)), at.organisation,
        book(**own, entries=[builders.entry(at)], by=at.worker)[0],
        aim(**own, year=2023, code="I1", text="Help more", by=at.worker),
    ]  # fmt: skip
    return {record._meta.label_lower: record for record in made}


def test_every_kind_of_record_that_figures_name_has_a_page(reader: Client, here: Place) -> None:
    made = every_kind(here)
    assert set(made) == set(KINDS)
    shown = {label: page(reader, record) for label, record in made.items()}
    assert [label for label, text in shown.items() if "History" not in text] == []


def test_every_row_of_a_fact_table_has_a_way_back_to_a_page() -> None:
    sql = "".join(path.read_text() for path in Path(mapping.__file__).parent.glob("*.sql"))
    assert set(re.findall(r"'([a-z]+\.[a-z]+):'", sql)) <= set(KINDS)


def test_no_page_shows_a_bare_key(reader: Client, here: Place) -> None:
    made = every_kind(here)
    keys = {label: str(record.pk) for label, record in made.items()}
    visible = {label: page(reader, record).split("<main")[1].replace(f"/{record.pk}/", "") for label, record in made.items()}
    assert [label for label in made if any(f">{key}" in visible[label] for key in keys.values())] == []


def test_the_history_says_who_when_why_and_what_changed(reader: Client, here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    stays.correct(stay=stay, by=here.worker, reason="The day was misread", origin="other_institution")
    shown = page(reader, stay)
    said = ["<b>worker</b> corrected", "<q>The day was misread</q>", "<del>from parents</del>", "<ins>from another institution</ins>"]
    assert [words in shown for words in said] == [True] * 4


def test_a_country_is_named_and_not_coded(reader: Client, here: Place) -> None:
    away = leave(stay=builders.stay(here), kind="camp", since=DAY, until=DAY + timedelta(days=3), country="IT", by=here.worker)
    assert ("Italy" in page(reader, away), ">IT<" in page(reader, away)) == (True, False)


def test_what_belongs_to_a_record_stands_on_its_page(reader: Client, here: Place) -> None:
    event = builders.event(here, builders.person(here, "Ona", family_name="Daugėlaitė"))
    assert "Ona Daugėlaitė" in page(reader, event)


def test_special_categories_are_shown_to_few(reader: Client, here: Place, as_owner: Stepping) -> None:
    child = builders.child(here)
    builders.stay(here, child)
    plan = assess(organisation=here.organisation, child=child, on=DAY, by=here.worker, kind="support_plan", needs="Secret needs")
    seen_by_coordinator = page(reader, plan)
    with as_owner():
        here.worker.appointments.update(role=Role.CARE_ASSISTANT)
    seen_by_assistant = page(reader, plan)
    assert ["Secret needs" in seen for seen in (seen_by_coordinator, seen_by_assistant)] == [True, False]
    assert "not shown to your role" in seen_by_assistant


def test_a_special_category_does_not_leak_through_the_history(reader: Client, here: Place, as_owner: Stepping) -> None:
    child = builders.child(here)
    builders.stay(here, child)
    status = state(organisation=here.organisation, child=child, kind="disability", condition="sensory", since=SINCE, by=here.worker)
    status.condition = "speech"
    status.save()
    with as_owner():
        here.worker.appointments.update(role=Role.CARE_ASSISTANT)
    shown = page(reader, status)
    assert ["sight or hearing" in shown, "speech" in shown] == [False, False]


def test_a_record_of_another_institution_is_not_found_like_one_that_is_not(
    reader: Client, here: Place, elsewhere: Place, in_the_name_of: Naming
) -> None:
    with in_the_name_of(elsewhere):
        foreign = builders.stay(elsewhere)
    answers = [reader.get(one) for one in (address(foreign), f"/records/care.stay/{uuid4()}/", f"/records/registry.user/{here.worker.pk}/")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content.decode().split("<main")[1].split("</main>")[0] for answer in answers}) == 1


def test_a_stranger_is_asked_to_sign_in(client: Client, here: Place) -> None:
    stay = builders.stay(here)
    assert client.get(address(stay)).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("corrections", [1, 6])
def test_a_long_history_takes_no_more_queries(
    reader: Client, here: Place, django_assert_max_num_queries: DjangoAssertNumQueries, corrections: int
) -> None:
    stay = builders.stay(here)
    for number in range(corrections):
        stays.correct(stay=stay, by=here.worker, reason=f"reason {number}", origin=["other", "parents"][number % 2])
    with django_assert_max_num_queries(24):
        page(reader, stay)
