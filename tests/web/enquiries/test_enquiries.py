"""Enquiries are listed by their term, taken, answered, opened again, and recorded by whoever heard one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from globa.casework.recruitment.enquiries import Enquiry, enquire
from globa.casework.recruitment.forgetting import forget
from globa.registry.accounts.roles import Role
from globa.vocabulary.calendar import months_after, today
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.administration.signing_in import day

pytestmark = pytest.mark.django_db
RECORDED = {"channel": "phone", "about": "guardian", "asker": "Rasa Lėlaitė", "asker_phone": "+370 600 1", "question": "When?"}


def ask(at: Place, on: date | None = None) -> Enquiry:
    return enquire(organisation=at.organisation, on=on or today(), by=at.worker, **RECORDED)


def send(client: Client, page: str, do: str, **fields: object) -> Any:
    return client.post(f"/enquiries/{page}", {"do": do} | {f"{do}-{name}": value for name, value in fields.items()})


def test_the_oldest_stands_first_and_what_is_late_says_so(client: Client, here: Place) -> None:
    late = ask(here, on=today() - timedelta(days=30))
    young = ask(here)
    page = client.get("/enquiries/")
    assert [line.enquiry for line in page.context["lines"]] == [late, young]
    assert [line.is_late for line in page.context["lines"]] == [True, False]
    assert "2 enquiries wait for an answer." in page.content.decode()


def test_an_enquiry_is_taken_answered_and_opened_again(client: Client, here: Place) -> None:
    found = ask(here)
    assert send(client, f"{found.pk}/", "take").status_code == 302
    on = today()
    answer = send(client, f"{found.pk}/", "answer", outcome="begins", reply="Comes.", **day("on", on.year, on.month, on.day))
    assert answer.status_code == 302
    found.refresh_from_db()
    assert (found.taken_by, found.answered_on, found.outcome) == (here.worker, on, "begins")
    assert "Rasa Lėlaitė" in client.get("/enquiries/?show=answered").content.decode()
    assert send(client, f"{found.pk}/", "reopen", reason="She called again").status_code == 302
    assert Enquiry.objects.unanswered().count() == 1


def test_an_answer_before_the_question_keeps_what_was_typed(client: Client, here: Place) -> None:
    answer = send(client, f"{ask(here).pk}/", "answer", outcome="begins", reply="Comes.", **day("on", 2020, 1, 2))
    assert (answer.status_code, "Comes." in answer.content.decode()) == (422, True)
    assert "cannot be older than the question" in answer.content.decode()


def test_an_enquiry_by_telephone_is_recorded(client: Client, here: Place) -> None:
    on = today()
    answer = send(client, "new/", "record", **RECORDED, **day("on", on.year, on.month, on.day))
    made = Enquiry.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/enquiries/{made.pk}/")
    assert (made.asker, made.channel, made.number) == ("Rasa Lėlaitė", "phone", 1)


def test_without_somewhere_to_answer_it_is_not_recorded(client: Client) -> None:
    on = today()
    answer = send(client, "new/", "record", **RECORDED | {"asker_phone": ""}, **day("on", on.year, on.month, on.day))
    assert (answer.status_code, "somewhere to answer" in answer.content.decode()) == (422, True)


def test_it_says_until_when_who_asked_is_kept_and_by_which_norm(client: Client, here: Place) -> None:
    page = client.get(f"/enquiries/{ask(here, on=today()).pk}/")
    assert page.context["kept_until"] == months_after(today(), 12)
    assert "2016/679" in page.content.decode()
    assert "Norm not verified" in page.content.decode()


def test_of_an_erased_enquiry_only_that_somebody_asked_is_left(client: Client, here: Place, as_owner: Stepping) -> None:
    found = ask(here, on=today() - timedelta(days=400))
    with as_owner():
        forget()
    page, listed = (client.get(address).content.decode() for address in (f"/enquiries/{found.pk}/", "/enquiries/?show=answered"))
    assert "Who asked is erased" in page
    assert found.shown_number in listed
    assert "Rasa" not in page + listed
    assert send(client, f"{found.pk}/", "take").status_code == 404
    assert "Everybody was answered." in client.get("/enquiries/").content.decode()


def test_whoever_asks_to_be_erased_is_erased_with_a_reason(client: Client, here: Place) -> None:
    found = ask(here)
    assert send(client, f"{found.pk}/", "erase").status_code == 422
    assert send(client, f"{found.pk}/", "erase", reason="Asked by telephone").status_code == 302
    page = client.get(f"/enquiries/{found.pk}/").content.decode()
    assert ("Rasa" in page, "Asked by telephone" in page) == (False, True)


def test_an_enquiry_of_another_centre_is_not_there(client: Client, elsewhere: Place, in_the_name_of: Any) -> None:
    with in_the_name_of(elsewhere):
        other = ask(elsewhere)
    assert client.get(f"/enquiries/{other.pk}/").status_code == 404


@pytest.mark.parametrize("role", [Role.PSYCHOLOGIST, Role.ON_DUTY_CARER, Role.ACCOUNTANT, Role.ADMINISTRATOR])
def test_to_others_there_are_no_enquiries(client: Client, here: Place, as_role: Callable[[Role], None], role: Role) -> None:
    found = ask(here)
    as_role(role)
    assert [client.get(page).status_code for page in ("/enquiries/", "/enquiries/new/", f"/enquiries/{found.pk}/")] == [404] * 3


def test_the_list_asks_as_much_for_many_as_for_one(client: Client, here: Place, django_assert_max_num_queries: Any) -> None:
    ask(here)
    client.get("/enquiries/")
    with django_assert_max_num_queries(20) as one:
        client.get("/enquiries/")
    for _more in range(5):
        ask(here)
    with django_assert_max_num_queries(len(one)):
        client.get("/enquiries/")
