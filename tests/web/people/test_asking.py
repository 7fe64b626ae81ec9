"""The pages of asking: from the form of registering, on the list of the asker, on the page of the head who answers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client

from globa.registry.accounts.appointments import Role
from globa.registry.asking import FileQuestion, FileRequest, ask
from globa.registry.people import Person
from globa.registry.personal_codes import lookup_form
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place

CODE, WHY = "51203040012", "The child came to a carer of ours."
Named = Callable[[Place], AbstractContextManager[None]]


@pytest.fixture
def foreign(elsewhere: Place, in_the_name_of: Named) -> Person:
    with in_the_name_of(elsewhere):
        return builders.child(elsewhere, "Kajus", family_name="Vaišnora", personal_code=CODE)


def typed(**other: str) -> dict[str, str]:
    on = today() + timedelta(days=30)
    asked = {"ask-until_year": str(on.year), "ask-until_month": str(on.month), "ask-until_day": str(on.day), "ask-why": WHY, "do": "ask"}
    return {
        "given_name": "Kajus", "family_name": "", "sex": "male", "birth_precision": "day", "personal_code": CODE, "purpose": "help",
        "looked": "", **asked,
    } | other  # fmt: skip


def test_a_file_elsewhere_is_asked_for_and_nobody_is_registered(client: Client, here: Place, foreign: Person) -> None:
    assert 'value="ask"' in client.post("/people/new/", typed(do="")).content.decode()
    assert client.post("/people/new/", typed()).headers["Location"] == "/people/asked/"
    assert FileRequest.objects.get().needed_for == WHY
    shown = client.get("/people/asked/").content.decode()
    assert (WHY in shown, "not answered yet" in shown, "Elsewhere" in shown, "Vaišnora" in shown) == (True, True, False, False)
    request = FileRequest.objects.get()
    assert client.post("/people/asked/", {"do": "withdraw", "withdraw-row": str(request.pk)}).status_code == 302
    assert "withdrawn" in client.get("/people/asked/").content.decode()


def test_without_a_reason_nothing_is_asked_and_the_words_stay(client: Client, foreign: Person) -> None:
    answer = client.post("/people/new/", typed(**{"ask-why": "Needed."}))
    assert (answer.status_code, "Needed." in answer.content.decode(), FileRequest.objects.count()) == (422, True, 0)


def test_the_head_answers_and_nobody_else_comes_there(
    client: Client, here: Place, elsewhere: Place, in_the_name_of: Named, as_role: Callable[[Role], None]
) -> None:
    child = builders.child(here, "Matas", family_name="Žilinskas", personal_code=CODE)
    with in_the_name_of(elsewhere):
        until, by = today() + timedelta(days=30), elsewhere.worker
        ask(organisation=elsewhere.organisation, code_lookup=lookup_form(CODE), purpose="help", why=WHY, until=until, by=by)
    address = f"/people/asked/{FileQuestion.objects.get().pk}/"
    assert client.get(address).status_code == 404
    as_role(Role.HEAD)
    assert f'href="{address}"' in client.get("/today/due/").content.decode()
    assert str(child) in client.get(address).content.decode()
    assert client.post(address, {"do": "answer", "answer-opens": "no"}).status_code == 422
    assert client.post(address, {"do": "answer", "answer-opens": "yes"}).status_code == 302
    assert FileQuestion.objects.get().is_opened is True
    assert address not in client.get("/today/due/").content.decode()
