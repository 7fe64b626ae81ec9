"""A file opened in an emergency: exactly whose, why, for how long, told to whom, and reviewed by another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client

from globa.journal.operations import acting
from globa.journal.readings import Reading
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.emergency import Opening, open_file
from globa.registry.letters import Letter
from globa.registry.people import Person
from globa.registry.relations import Relation
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

InTheNameOf = Callable[[Place], AbstractContextManager[None]]
WHY = "The foster mother was taken to hospital."
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def child(client: Client, here: Place, as_owner: Stepping) -> Person:
    """Known here, and assigned to nobody."""
    made = builders.child(here, "Matas", family_name="Žilinskas")
    with as_owner():
        Assignment.objects.filter(person=made).update(during=(date(2020, 1, 1), date(2020, 1, 1)))
    return made


def typed(**change: Any) -> dict[str, Any]:
    return {"given_name": "Matas", "family_name": "Žilinskas", "born": "2012", "personal_code": "", "reason": WHY} | change


def watcher(at: Place, role: str) -> User:
    return builders.account(f"{role}@here.example", at.organisation, role)


def as_watcher(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user, backend=BACKEND)
    return client


def test_a_name_year_and_reason_open_the_file_for_four_hours(client: Client, here: Place, child: Person) -> None:
    assert client.get(f"/people/{child.pk}/").content.decode().count("not open to you") == 1
    answer = client.post("/people/emergency/", typed(given_name="matas"))
    assert answer.headers["Location"] == f"/people/{child.pk}/"
    opening = Opening.objects.get()
    assert (opening.user, opening.reason, (opening.until - opening.opened_at).total_seconds()) == (here.worker, WHY, 4 * 3600)
    # A test is one transaction, at whose beginning the clock of the database stands.
    Opening.objects.update(opened_at=opening.opened_at - timedelta(minutes=1), until=opening.until - timedelta(minutes=1))
    assert "Represented by" in client.get(f"/people/{child.pk}/").content.decode()


def test_every_page_says_so_until_it_is_closed(client: Client, child: Person) -> None:
    client.post("/people/emergency/", typed())
    assert f"“{WHY}”" in client.get("/services/").content.decode()
    client.post(f"/people/emergency/{Opening.objects.get().pk}/close/")
    assert WHY not in client.get("/services/").content.decode()
    assert "not open to you" in client.get(f"/people/{child.pk}/").content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": "Please."}, "in at least 20 letters"),
        ({"reason": ""}, "Say what happened"),
        ({"family_name": "Žilinsk"}, "keeps no file that fits exactly"),
        ({"born": "2013"}, "keeps no file that fits exactly"),
        ({"born": ""}, "the year of birth exactly, or the personal code"),
        ({"personal_code": "123"}, "Write it again"),
    ],
)
def test_what_does_not_fit_exactly_opens_nothing(client: Client, child: Person, change: dict[str, str], said: str) -> None:
    answer = client.post("/people/emergency/", typed(**change))
    assert (answer.status_code, Opening.objects.count()) == (422, 0)
    if said != "Write it again":
        assert said in answer.content.decode()
    assert Reading.objects.filter(route="emergency").values_list("person_id", "result").get() == (None, "refused")


def test_somebody_of_another_institution_is_not_found(client: Client, elsewhere: Place, in_the_name_of: InTheNameOf) -> None:
    with in_the_name_of(elsewhere):
        builders.child(elsewhere, "Matas", family_name="Žilinskas")
    assert "keeps no file that fits exactly" in client.post("/people/emergency/", typed()).content.decode()


def test_of_two_with_one_name_the_personal_code_decides(client: Client, here: Place, child: Person) -> None:
    builders.child(here, "Matas", family_name="Žilinskas", personal_code="51203040001")
    assert "Several people" in client.post("/people/emergency/", typed()).content.decode()
    client.post("/people/emergency/", {"personal_code": "51203040001", "reason": WHY})
    # That one was registered by the worker and is open to them anyway.
    assert Opening.objects.count() == 0


def test_a_conflict_of_interest_is_not_lifted(client: Client, here: Place, child: Person, as_owner: Stepping) -> None:
    assert here.worker.person
    with as_owner():
        Relation.objects.create(organisation=here.organisation, person=here.worker.person, other=child, kind="aunt_or_uncle")
    answer = client.post("/people/emergency/", typed())
    assert "conflict of interest" in answer.content.decode()
    assert not Opening.objects.exists()


def test_the_head_and_the_data_protection_officer_get_a_letter_without_content(
    client: Client, here: Place, child: Person, as_owner: Stepping
) -> None:
    with as_owner():
        users = {watcher(here, "head"), watcher(here, "data_protection_officer")}
    client.post("/people/emergency/", typed())
    assert {letter.to for letter in Letter.objects.all()} == users
    assert {(letter.kind, letter.page) for letter in Letter.objects.all()} == {("review", "/emergencies/")}


def test_it_is_reviewed_by_another_in_words(client: Client, here: Place, child: Person, as_owner: Stepping) -> None:
    client.post("/people/emergency/", typed())
    client.get(f"/people/{child.pk}/")
    with as_owner():
        officer = as_watcher(watcher(here, "data_protection_officer"))
    shown = officer.get("/emergencies/").content.decode()
    assert "1 opening in an emergency waits for review" in shown
    assert (WHY in shown, "Matas" in shown) == (True, False)
    address = f"/emergencies/{Opening.objects.get().pk}/review/"
    assert officer.post(address, {"is_justified": "no", "review": ""}).status_code == 422
    assert officer.post(address, {"is_justified": "no", "review": "She was at home."}).status_code == 302
    opening = Opening.objects.get()
    assert (opening.is_justified, opening.review) == (False, "She was at home.")


def test_to_a_head_the_notes_of_a_psychologist_open_only_so(client: Client, here: Place, child: Person, as_owner: Stepping) -> None:
    given = builders.service(here, child, role="psychologist", note="He is afraid of the dark.")
    with as_owner():
        head = as_watcher(watcher(here, "head"))
    assert "afraid of the dark" not in head.get(f"/services/{given.pk}/").content.decode()
    assert head.post("/people/emergency/", typed()).status_code == 302
    # A test is one transaction, at whose beginning the clock of the database stands.
    Opening.objects.update(opened_at=F("opened_at") - timedelta(minutes=1), until=F("until") - timedelta(minutes=1))
    assert "afraid of the dark" in head.get(f"/services/{given.pk}/").content.decode()
    ways = Reading.objects.filter(route="services-service", person_id=child.pk).values_list("way", flat=True)
    assert set(ways) == {"institution", "emergency"}


def test_the_head_is_told_on_the_first_page(client: Client, here: Place, child: Person, as_owner: Stepping) -> None:
    client.post("/people/emergency/", typed())
    with as_owner():
        head = as_watcher(watcher(here, "head"))
    assert "1 opening in an emergency waits for review" in head.get("/").content.decode()


def test_nobody_reviews_their_own(client: Client, here: Place, child: Person, as_owner: Stepping) -> None:
    with as_owner():
        head = watcher(here, "head")
    with acting(head):
        opening = open_file(person=child, organisation=here.organisation, user=head, reason=WHY)
    answer = as_watcher(head).post(f"/emergencies/{opening.pk}/review/", {"is_justified": "yes", "review": "I had to."})
    assert "Nobody looks at their own opening" in answer.content.decode()


def test_whoever_does_not_watch_over_it_has_no_list(client: Client) -> None:
    assert client.get("/emergencies/").status_code == 404
