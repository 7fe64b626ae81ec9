"""Accounts on the pages of the administration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.factors import FactorReset
from globa.registry.accounts.users import User
from globa.registry.involvement import Involvement
from globa.registry.letters import Kind, Letter
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.administration.signing_in import day, send

pytestmark = pytest.mark.django_db


def invite(head: Client, here: Place, **fields: object) -> tuple[int, str]:
    said = {
        "name": "Rūta Pilkienė",
        "email": "ruta@here.example",
        "role": Role.FOSTER_COORDINATOR,
        "place": here.organisation.pk,
        "worker": "new",
    }
    return send(head, "users/invite/", "invite", **(said | day("since", 2024, 1, 15) | fields))


def colleague(here: Place, as_owner: Stepping, role: str = Role.SOCIAL_WORKER) -> User:
    with as_owner():
        return builders.account(f"{role}@here.example", here.organisation, role)


def test_who_is_invited_becomes_an_account_a_worker_and_gets_a_letter(head: Client, here: Place) -> None:
    status, led = invite(head, here)
    made = User.objects.get(email="ruta@here.example")
    assert (status, led) == (302, f"/administration/users/{made.pk}/")
    role = Appointment.objects.get(user=made)
    assert made.person is not None
    assert (role.role, role.organisation, role.during.lower) == (Role.FOSTER_COORDINATOR, here.organisation, date(2024, 1, 15))
    assert (made.person.name, made.has_usable_password(), made.is_staff) == ("Rūta Pilkienė", False, False)
    assert [(letter.to, letter.kind) for letter in Letter.objects.all()] == [(made, Kind.INVITATION)]
    assert Involvement.objects.get(person=made.person).purpose == "work"


def test_what_is_refused_stays_typed(head: Client, here: Place) -> None:
    status, shown = invite(head, here, email="ruta", place="")
    assert (status, "This is no e-mail." in shown, 'value="ruta"' in shown, 'value="Rūta Pilkienė"' in shown) == (422, True, True, True)
    assert User.objects.filter(email="ruta").exists() is False


def test_nobody_invites_a_national_officer_to_an_institution(head: Client, here: Place) -> None:
    status, shown = invite(head, here, role=Role.NATIONAL_OFFICER)
    assert (status, "A municipal clerk works at a municipality" in shown) == (422, True)
    assert User.objects.filter(email="ruta@here.example").exists() is False


def test_nobody_gives_a_role_to_oneself_by_inviting_the_own_account(head: Client, here: Place) -> None:
    status, shown = invite(head, here, email=here.worker.email, role=Role.ADMINISTRATOR, worker="nobody")
    assert (status, "nobody to themselves" in shown, Appointment.objects.filter(user=here.worker).count()) == (422, True, 1)


def test_nobody_invites_to_another_institution(head: Client, here: Place, elsewhere: Place) -> None:
    status, _shown = invite(head, here, place=elsewhere.organisation.pk)
    assert (status, Appointment.objects.filter(organisation=elsewhere.organisation).count()) == (422, 1)


def test_who_signs_in_elsewhere_gets_the_role_and_no_letter(head: Client, here: Place, elsewhere: Place) -> None:
    assert invite(head, here, email=elsewhere.worker.email, worker="nobody")[0] == 302
    assert Appointment.objects.filter(user=elsewhere.worker).count() == 2


def test_the_list_says_who_works_here_and_since_when(head: Client, here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    colleague(here, as_owner)
    page = head.get("/administration/users/").content.decode()
    assert ("social_worker@here.example" in page, "2020-01-01" in page, elsewhere.worker.email in page) == (True, True, False)


def test_the_list_asks_the_same_of_the_database_for_many(
    head: Client, here: Place, as_owner: Stepping, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for role in (Role.SOCIAL_WORKER, Role.PSYCHOLOGIST, Role.ACCOUNTANT, Role.ATTESTED_PERSON):
        colleague(here, as_owner, role)
    with django_assert_max_num_queries(16):
        head.get("/administration/users/")


def test_a_role_that_changes_ends_and_another_begins(head: Client, here: Place, as_owner: Stepping) -> None:
    user = colleague(here, as_owner)
    role = Appointment.objects.get(user=user)
    fields = {"which": role.pk, "role": Role.PSYCHOLOGIST, "place": here.organisation.pk, "reason": "Studied"} | day("on", 2025, 6, 1)
    assert send(head, f"users/{user.pk}/", "change", **fields)[0] == 302
    rows = Appointment.objects.filter(user=user).order_by("during").values_list("role", "during")
    assert [(said, days.lower, days.upper) for said, days in rows] == [
        (Role.SOCIAL_WORKER, date(2020, 1, 1), date(2025, 6, 1)), (Role.PSYCHOLOGIST, date(2025, 6, 1), None)
    ]  # fmt: skip
    page = head.get(f"/administration/users/{user.pk}/").content.decode()
    assert ("The role was changed: Studied" in page, str(here.worker) in page) == (True, True)


def test_the_own_account_is_changed_by_somebody_else(head: Client, here: Place) -> None:
    page = f"users/{here.worker.pk}/"
    assert "This is your own account" in head.get(f"/administration/{page}").content.decode()
    for do in ("give", "change", "end", "leave", "worker", "ask", "confirm"):
        assert send(head, page, do)[0] == 404


def test_the_last_administrator_is_not_ended(head: Client, here: Place, as_owner: Stepping, as_role: Callable[[Role], None]) -> None:
    user = colleague(here, as_owner, Role.ADMINISTRATOR)
    with as_owner():
        Appointment.objects.filter(user=here.worker).update(during=(date(2020, 1, 1), today() + timedelta(days=9)))
    fields = {"which": Appointment.objects.get(user=user).pk, "reason": "Leaves"} | day("on", 2026, 1, 1)
    status, shown = send(head, f"users/{user.pk}/", "end", **fields)
    assert (status, "Nobody would be left who administers" in shown, 'value="Leaves"' in shown) == (422, True, True)


def test_who_leaves_signs_in_no_more(head: Client, here: Place, as_owner: Stepping) -> None:
    user = colleague(here, as_owner)
    now = today()
    assert send(head, f"users/{user.pk}/", "leave", reason="Retired", **day("on", now.year, now.month, now.day))[0] == 302
    user.refresh_from_db()
    assert (user.is_active, Appointment.objects.get(user=user).during.upper) == (False, now)
    assert "No longer here" in head.get("/administration/users/").content.decode()


def test_a_second_factor_is_taken_away_by_two(head: Client, here: Place, as_owner: Stepping) -> None:
    user, other = colleague(here, as_owner), colleague(here, as_owner, Role.ADMINISTRATOR)
    page = f"users/{user.pk}/"
    assert send(head, page, "ask", reason="The telephone fell into the lake")[0] == 302
    assert send(head, page, "confirm")[0] == 404
    head.force_login(other, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "fell into the lake" in head.get(f"/administration/{page}").content.decode()
    assert send(head, page, "confirm")[0] == 302
    reset = FactorReset.objects.get()
    assert (reset.asked_by, reset.confirmed_by) == (here.worker, other)


def test_an_account_is_connected_with_its_worker(head: Client, here: Place, as_owner: Stepping) -> None:
    user = colleague(here, as_owner)
    worker = builders.person(here, "Rasa", purpose="work")
    assert send(head, f"users/{user.pk}/", "worker", worker=worker.pk)[0] == 302
    user.refresh_from_db()
    assert user.person_id == worker.pk


def test_a_new_link_is_sent(head: Client, here: Place, as_owner: Stepping) -> None:
    user = colleague(here, as_owner)
    assert send(head, f"users/{user.pk}/", "link")[0] == 302
    assert Letter.objects.get(to=user).kind == Kind.INVITATION


def test_an_account_of_another_institution_is_not_found(head: Client, elsewhere: Place) -> None:
    assert head.get(f"/administration/users/{elsewhere.worker.pk}/").status_code == 404
