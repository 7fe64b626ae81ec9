"""A session ends after a while without work, and after a long day whatever happens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from globa.registry.accounts.sessions import Session, SessionStore, end_all
from tests.builders import Place

pytestmark = pytest.mark.django_db


def session(of: Place, **ago: timedelta) -> SessionStore:
    """A session that began, and was last worked in, so long ago."""
    store = SessionStore()
    store["_auth_user_id"] = str(of.worker.pk)
    store.create()
    store["_auth_user_id"] = str(of.worker.pk)
    assert store.row is not None
    now = timezone.now()
    store.row.began_at, store.row.active_at = now - ago.get("began", timedelta()), now - ago.get("active", timedelta())
    store.save()
    return SessionStore(store.session_key)


def test_a_session_knows_whose_it_is(here: Place) -> None:
    assert session(here)["_auth_user_id"] == str(here.worker.pk)
    assert Session.objects.get().user == here.worker


@pytest.mark.parametrize(("minutes", "goes_on"), [(19, True), (20, False)])
def test_it_ends_after_twenty_minutes_without_work(here: Place, minutes: int, goes_on: bool) -> None:
    store = session(here, began=timedelta(hours=1), active=timedelta(minutes=minutes))
    assert ("_auth_user_id" in store) is goes_on


@pytest.mark.parametrize(("hours", "goes_on"), [(11, True), (12, False)])
def test_it_ends_after_twelve_hours_though_somebody_works(here: Place, hours: int, goes_on: bool) -> None:
    store = session(here, began=timedelta(hours=hours))
    assert ("_auth_user_id" in store) is goes_on


def test_work_makes_the_time_without_work_begin_anew(here: Place) -> None:
    store = session(here, began=timedelta(hours=1), active=timedelta(minutes=15))
    store.load()
    store.note_work()
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=19)


@pytest.mark.parametrize(("ago", "why"), [({"began": timedelta(hours=13)}, "long"), ({"active": timedelta(hours=1)}, "idle")])
def test_an_ended_one_says_why_and_whose_it_was(here: Place, ago: dict[str, timedelta], why: str) -> None:
    store = session(here, **({"began": timedelta(hours=2)} | ago))
    assert store.load() == {}
    assert store.ended is not None
    assert (store.ended.user, store.ended.ended_because) == (here.worker, why)


def test_ended_ones_are_forgotten_after_three_days(here: Place) -> None:
    session(here, began=timedelta(days=4), active=timedelta(days=4))
    session(here, began=timedelta(days=2), active=timedelta(days=2))
    SessionStore.clear_expired()
    assert Session.objects.count() == 1


def test_all_sessions_of_an_account_end_at_once(here: Place, elsewhere: Place) -> None:
    for place in (here, here, elsewhere):
        session(place)
    assert end_all(here.worker) == 2
    assert Session.objects.get().user == elsewhere.worker
