"""The first administrator comes in by a link that works once, and sees no child."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings
from django.utils import timezone

from globa.config import commands, first_start
from globa.journal.operations import Operation
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.first import UnknownMunicipality, is_set_up, municipality_named
from globa.registry.accounts.links import OneTimeLinks
from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.organisations import Belonging, Organisation
from tests import builders

Stepping = Callable[[], AbstractContextManager[None]]
SAID = [
    "--organisation",
    "Pušyno šeimos centras",
    "--municipality",
    "Alytaus m. sav.",
    "--name",
    "Rasa Kalnė",
    "--email",
    "rasa@centre.example",
]
PASSWORD = "Trys-Tylus-Ezerai"


@pytest.fixture(autouse=True)
def _on_this_database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command would open a server and migrate it; here the tests' own is at hand."""
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    monkeypatch.setenv("GLOBA_DEMO", "no")
    monkeypatch.setattr("globa.config.commands.setup.records", nullcontext)
    monkeypatch.setattr("globa.config.preparation.migrate", lambda: None)
    with override_settings(GLOBA_ADDRESS="http://testserver"):
        yield


def set_up(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    assert commands.run(["setup", *SAID, *more, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert commands.run(["setup", *arguments]) == commands.REFUSED
    return capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.owner
def test_an_installation_begins_with_an_organisation_and_who_administers_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = set_up(capsys, "--since", "2020-01-01")
    user, organisation = User.objects.get(), Organisation.objects.get(code="pusyno-seimos-centras")
    assert (told["administrator"], told["organisation"]) == ("rasa@centre.example", "pusyno-seimos-centras")
    assert (organisation.name, organisation.initials, organisation.during.lower) == ("Pušyno šeimos centras", "PU", date(2020, 1, 1))
    assert Belonging.objects.get(organisation=organisation).parent.code == "alytus-city"
    assert (user.is_staff, user.is_superuser, user.has_usable_password()) == (True, False, False)
    assert list(user.appointments.values_list("organisation", "role")) == [(organisation.pk, "administrator")]
    assert Operation.objects.get(verb="registry.set_up").subject == f"registry.organisation:{organisation.pk}"


@pytest.mark.django_db
@pytest.mark.owner
def test_the_link_works_once_and_leads_to_signing_in(capsys: pytest.CaptureFixture[str]) -> None:
    link = set_up(capsys)["link"].removeprefix("http://testserver")
    browser = Client()
    page = browser.get(link, follow=True)
    answer = browser.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/accounts/password/reset/key/done/")
    assert User.objects.get().check_password(PASSWORD)
    again = Client().get(link, follow=True)
    assert again.redirect_chain == []
    assert b"password1" not in again.content


@pytest.mark.django_db
@pytest.mark.owner
def test_a_link_dies_after_a_day_and_with_another_e_mail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(capsys)
    user, links = User.objects.get(), OneTimeLinks()
    token = links.make_token(user)
    assert links.check_token(user, token)
    tomorrow = timezone.localtime().replace(tzinfo=None) + timedelta(hours=24, seconds=5)
    with monkeypatch.context() as later:
        later.setattr(OneTimeLinks, "_now", lambda self: tomorrow)
        assert not links.check_token(user, token)
    user.email = "kita@centre.example"
    assert not links.check_token(user, token)


@pytest.mark.django_db
@pytest.mark.owner
def test_a_second_administrator_is_not_made_here(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(capsys)
    assert "There is an administrator already" in refused(capsys, *SAID)
    assert "Nobody who administers Globa" in refused(capsys, "--link", "nobody@centre.example")
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.owner
def test_who_lost_the_way_in_gets_a_new_link_that_is_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(capsys)
    assert commands.run(["setup", "--link", "RASA@centre.example"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"http://testserver/accounts/password/reset/key/{User.objects.get().pk.hex}-")
    assert "works once, for 24 hours" in said.err
    assert Operation.objects.filter(verb="registry.new_link").count() == 1


def with_factor(user: User) -> None:
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})


@pytest.mark.django_db
@pytest.mark.owner
def test_the_only_administrator_who_lost_the_second_factor_gets_in_again(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(capsys)
    with_factor(User.objects.get())
    assert commands.run(["setup", "--link", "rasa@centre.example"]) == 0
    assert Authenticator.objects.exists()
    assert commands.run(["setup", "--link", "rasa@centre.example", "--factor-lost"]) == 0
    assert not Authenticator.objects.exists()
    assert Operation.objects.filter(verb="registry.new_link").latest("happened_at").reason == "--factor-lost"


@pytest.mark.django_db
@pytest.mark.owner
def test_where_two_others_could_take_a_factor_away_the_machine_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(capsys)
    with_factor(User.objects.get())
    for name in ("one", "two"):
        builders.account(f"{name}@centre.example", Appointment.objects.all()[0].organisation, Role.HEAD)
    assert "Two other administrators can" in refused(capsys, "--link", "rasa@centre.example", "--factor-lost")
    assert Authenticator.objects.exists()


@pytest.mark.django_db
@pytest.mark.owner
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("--email", "rasa"), "“rasa” is no e-mail"),
        (("--municipality", "Alytaus"), "Is one of these meant: alytus-city, alytus-district?"),
        (("--municipality", "Narnija"), "There is no municipality “Narnija”"),
        (("--organisation", "Alytus city"), "There is an organisation “Alytus city” already"),
    ],
)
def test_what_cannot_be_founded_is_one_line_and_nothing_is_made(
    change: tuple[str, str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in refused(capsys, *SAID, *change)
    assert not is_set_up()
    assert not Organisation.objects.filter(name="Pušyno šeimos centras").exists()


@pytest.mark.django_db
@pytest.mark.owner
def test_what_is_missing_is_not_asked_of_a_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--email is missing" in refused(capsys, *SAID[:-2])


@pytest.mark.django_db
@pytest.mark.owner
def test_whoever_sits_there_is_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answers = iter(["", "rasa@centre.example"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert commands.run(["setup", *SAID[:-2], "--json"]) == 0
    assert User.objects.get().email == "rasa@centre.example"


def test_a_demonstration_is_not_set_up(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("GLOBA_DEMO")
    assert "GLOBA_DEMO is on" in refused(capsys, *SAID)


@pytest.mark.django_db
@pytest.mark.owner
def test_a_municipality_is_found_as_people_write_it() -> None:
    assert {municipality_named(said).code for said in ("alytus-city", "Alytaus m. sav.", " ALYTAUS MIESTO SAVIVALDYBĖ")} == {"alytus-city"}
    with pytest.raises(UnknownMunicipality):
        municipality_named("")


def test_an_empty_installation_says_how_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "run", commands.run)  # importing the module of the same name would put it in its place
    run = import_module("globa.config.commands.run")
    monkeypatch.setattr(first_start, "has_administrator", lambda: False)
    assert "globa setup" in run._accounts()[0]
    monkeypatch.setattr(first_start, "has_administrator", lambda: True)
    assert run._accounts() == []
