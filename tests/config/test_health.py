"""Whoever watches over the installation is told what holds, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings

from globa.config import health

Stepping = Callable[[], AbstractContextManager[None]]
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def heard(as_owner: Stepping) -> Callable[[int], None]:
    """`heard(70)`: a worker gave its last sign of life 70 seconds ago."""

    def plant(seconds: int) -> None:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_workers")
            cursor.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (clock_timestamp() - make_interval(secs => %s))", [seconds]
            )

    return plant


def told() -> tuple[int, dict[str, object]]:
    answer = Client().get("/ready", headers={"host": "10.0.0.7:8000"})
    return answer.status_code, answer.json()


def test_a_living_process_says_so_without_asking_the_database() -> None:
    answer = Client().get("/health", headers={"cookie": "globa-session=abc", "host": "10.0.0.7"})
    assert (answer.status_code, answer.json()) == (200, {"alive": True})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_what_can_serve_is_ready_and_asked_with_two_questions(heard: Callable[[int], None], django_assert_num_queries: Callable) -> None:
    heard(5)
    health.newest_migrations()
    with django_assert_num_queries(2):
        assert told() == (200, {"ready": True, "checks": dict.fromkeys(health.CHECKS, "ok")})


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "holds"), [(50, "ok"), (70, "not")])
def test_a_worker_is_heard_within_a_minute(heard: Callable[[int], None], seconds: int, holds: str) -> None:
    heard(seconds)
    status, answer = told()
    assert (status, answer["checks"]) == (200 if holds == "ok" else 503, dict.fromkeys(health.CHECKS, "ok") | {"worker": holds})


@pytest.mark.django_db
def test_tables_of_an_older_version_are_not_ready(heard: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    heard(5)
    monkeypatch.setattr(health, "newest_migrations", lambda: frozenset({("registry", "9999_of_tomorrow")}))
    assert told() == (503, {"ready": False, "checks": dict.fromkeys(health.CHECKS, "ok") | {"migrations": "not"}})


@pytest.mark.django_db
def test_a_full_disk_is_not_ready(heard: Callable[[int], None]) -> None:
    heard(5)
    with override_settings(GLOBA_DISK_FREE=10**12):
        assert told()[1]["checks"] == dict.fromkeys(health.CHECKS, "ok") | {"disk": "not"}


@pytest.mark.parametrize(("seconds", "agree"), [(0, True), (4, True), (-4, True), (6, False), (-6, False)])
def test_clocks_that_are_apart_are_found(seconds: int, agree: bool) -> None:
    assert health.agrees(NOON + timedelta(seconds=seconds), NOON, NOON) is agree


@pytest.mark.django_db
def test_without_a_database_only_the_disk_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable() -> None:
        raise OperationalError("connection to 10.0.0.9 refused for user not-to-be-said")

    monkeypatch.setattr(health.connection, "cursor", unreachable)
    answer = Client().get("/ready")
    assert (answer.status_code, answer.json()["checks"]) == (503, dict.fromkeys(health.CHECKS, "not") | {"disk": "ok"})
    assert b"not-to-be-said" not in answer.content


@pytest.mark.parametrize("address", ["/health", "/ready"])
def test_it_is_only_read(address: str) -> None:
    assert Client().post(address).status_code == 405
