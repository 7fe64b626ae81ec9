"""One box: whoever is opened, institutions, reports, figures and pages, by what the role comes to; and nothing in an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from globa.journal.readings import Reading
from globa.registry.accounts.appointments import Role
from globa.registry.accounts.sessions import Session
from globa.reports.forms import read as read_form
from globa.reports.keeping.reports import start
from globa.vocabulary.period import Period
from globa.web.find.figures import called_without_marks
from globa.web.heard import says, words_of
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.at_work import signed_in

CODE = "51203040012"


def asked(client: Client, text: str) -> Any:
    answer: Any = client.post("/find/", {"find": text})
    assert answer.status_code == 302
    return client.get(answer.url)


def led(client: Client, text: str) -> str:
    """The address to which the search leads."""
    answer: Any = client.post("/find/", {"find": text})
    return str(answer.url)


def found(client: Client, text: str) -> dict[str, list[str]]:
    """The links of every group by its title."""
    page = asked(client, text).content.decode()
    sections = re.findall(r'<section class="g-card g-gap2" id="(\w+)".*?</section>', page, re.DOTALL)
    whole = {code: re.search(rf'<section class="g-card g-gap2" id="{code}".*?</section>', page, re.DOTALL) for code in sections}
    return {code: re.findall(r'<a href="[^"]*">(.*?)</a>', section[0]) for code, section in whole.items() if section}


def test_a_person_is_found_by_another_form_of_the_family_name(client: Client, here: Place) -> None:
    builders.person(here, "Ona", family_name="Kazlauskienė")
    assert found(client, "kazlauskas")["people"] == ["Ona Kazlauskienė"]


def test_what_was_typed_stands_in_no_address(client: Client, here: Place) -> None:
    builders.person(here, "Ona", family_name="Kazlauskienė")
    answer: Any = client.post("/find/", {"find": "kazlauskas"})
    assert re.fullmatch(r"/find/[\w-]{8}/", answer.url)


def test_the_address_of_another_session_leads_to_the_empty_box(client: Client, here: Place) -> None:
    address = led(client, "kazlauskas")
    other = Client()
    other.force_login(here.worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer: Any = other.get(address)
    assert answer.url == "/find/"


def test_nothing_typed_leads_back_to_the_box(client: Client) -> None:
    assert led(client, "  ") == "/find/"


def test_a_personal_code_is_found_whole_and_kept_nowhere(client: Client, here: Place, as_owner: Stepping) -> None:
    builders.person(here, "Kajus", family_name="Vaišnora", personal_code=CODE)
    assert found(client, f" {CODE} ") == {"people": ["Kajus Vaišnora"]}
    assert found(client, CODE[:-1]) == {}
    with as_owner():
        assert [one for one in Session.objects.all() if CODE in str(one.get_decoded())] == []


def test_somebody_who_is_not_opened_is_not_found_nor_told_of(
    client: Client, here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        builders.person(elsewhere, "Kajus", family_name="Vaišnora", personal_code=CODE)
    nobody = asked(client, "Vytis Nėra").content.decode().replace("Vytis Nėra", "")
    for typed in ("Kajus Vaišnora", CODE):
        assert "people" not in found(client, typed)
    said = asked(client, "Kajus Vaišnora").content.decode().replace("Kajus Vaišnora", "")
    changing = r'value="(\w{64}|/find/[\w-]{8}/)"'
    assert re.sub(changing, "", said) == re.sub(changing, "", nobody)


def test_institutions_homes_reports_figures_and_pages_are_found(client: Client, here: Place) -> None:
    builders.home(here, "saules-home")
    start(organisation=here.organisation, form=read_form("activity", 2023), period=Period.year(2023), by=here.worker)
    assert found(client, "here")["organisations"] == ["Here"]
    assert found(client, "saules")["homes"] == ["saules-home"]
    assert len(found(client, "2023 report")["reports"]) == 1
    assert "Children in community homes at the start" in found(client, "children in homes at the start")["figures"]
    assert found(client, "free places")["pages"] == ["Homes and places"]


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        (Role.ACCOUNTANT, {"figures", "organisations"}),
        (Role.AUDITOR, {"figures", "organisations"}),
        (Role.ADMINISTRATOR, set()),
        (Role.ON_DUTY_CARER, set()),
    ],
)
def test_a_role_finds_only_what_it_comes_to(
    client: Client, here: Place, as_role: Callable[[Role], None], role: Role, kinds: set[str]
) -> None:
    builders.person(here, "Here", family_name="Children")
    builders.home(here, "here")
    as_role(role)
    assert (set(found(client, "here")) | set(found(client, "children"))) - {"pages", "guide"} == kinds


def test_a_figure_is_found_in_lithuanian_without_marks(client: Client, here: Place) -> None:
    with translation.override("lt"):
        assert "prepared-guardian-families" in str([card.code for card in called_without_marks(words_of("paruostos globeju seimos"))])


def test_a_plan_and_its_measures_are_found_by_words_and_by_number(municipality: Place) -> None:
    plan = plans.plan(municipality)
    plans.measure(municipality, plan)
    client = signed_in(municipality)
    assert found(client, "social-services plan")["plans"] == ["Plan"]
    assert found(client, "foster centre")["plans"] == found(client, "1.1.1")["plans"] == ["1.1.1 Keep a foster centre"]


def test_who_is_shown_is_written_down_and_what_was_typed_is_not(client: Client, here: Place, as_owner: Stepping) -> None:
    person = builders.person(here, "Ona", family_name="Kazlauskienė")
    found(client, "kazlauskas")
    with as_owner():
        rows = Reading.objects.filter(route="find-found")
        assert [(row.person_id, row.shown) for row in rows] == [(person.pk, "name")]


def test_as_many_questions_are_asked_whoever_is_found(
    client: Client, here: Place, django_assert_max_num_queries: Callable[[int], AbstractContextManager[list[str]]]
) -> None:
    for number in range(30):
        builders.person(here, f"Ona{number}", family_name="Kazlauskienė", birth_date=date(1990, 1, 1))
    address = led(client, "kazlauskas")
    client.get(address)
    with django_assert_max_num_queries(24):
        assert client.get(address).content.decode().count("Kazlauskienė</a>") == 20


@pytest.mark.parametrize("asked_for", ["vaikų", "vaikai", "VAIK", "namuose vaikai", "bendruomeniniai"])
def test_a_word_is_heard_in_its_cases(asked_for: str) -> None:
    assert says("Vaikai bendruomeniniuose namuose", words_of(asked_for))


@pytest.mark.parametrize("asked_for", ["", "tėvai", "vaikas senelis", "nam o"])
def test_every_word_must_be_heard(asked_for: str) -> None:
    assert not says("Vaikai bendruomeniniuose namuose", words_of(asked_for))
