"""
What every test may lean on: the embedded server, a database per worker, and the web's role.

A test that touches the database runs as the web's role inside its transaction, so that row security is tried by every
one of them. `as_owner()` steps out of it to plant what the web could not; the mark `owner` does so for a whole test.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from globa.config import embedded
from globa.config.cluster import Cluster
from tests.together import Together

# How long something takes on a busy machine is no fault of it.
settings.register_profile("globa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("globa")

Stepping = Callable[[], AbstractContextManager[None]]
ASKS_FOR_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server"}


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: not to look through it again and again spares a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together | None:
    return Together(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: Any, sched: Any) -> None:
    if isinstance(sched, Together) and sched.asks_again(crashitem):
        report.outcome = "asked again"


@pytest.fixture(scope="session")
def database_server() -> Iterator[Cluster]:
    """The embedded server; every worker holds it, the last one that ends stops it."""
    with embedded.running() as server:
        yield server


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, database_server: Cluster) -> None:
    """The database is made only after there is a server."""


@pytest.fixture
def _may_be_emptied(request: pytest.FixtureRequest) -> None:
    """After a test without a transaction all tables are emptied, which the journal of reading refuses."""
    from globa.journal.readings import Reading
    from globa.journal.seals import Seal

    if _is_transactional(request):
        request.getfixturevalue("transactional_db")
        for model in (Reading, Seal):
            _say(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER USER')


@pytest.fixture(autouse=True)
def _as_the_web(request: pytest.FixtureRequest, _may_be_emptied: None) -> None:
    """Application tests run as the web's role, unless they are marked `owner`."""
    asks = request.node.get_closest_marker("django_db") or ASKS_FOR_DATABASE.intersection(request.fixturenames)
    if asks and not request.node.get_closest_marker("owner") and "live_server" not in request.fixturenames:
        request.getfixturevalue("as_web")


@pytest.fixture
def as_web(request: pytest.FixtureRequest) -> Iterator[None]:
    """Inside a test's transaction the role ends with it; a test without one is given its role back by hand."""
    transactional = _is_transactional(request)
    request.getfixturevalue("transactional_db" if transactional else "db")
    _say("SET ROLE globa_web" if transactional else "SET LOCAL ROLE globa_web")
    yield
    if transactional:
        _say("RESET ROLE")


@pytest.fixture
def as_owner() -> Stepping:
    """`with as_owner(): ...` - as the owner of the tables, then back as whoever it was."""
    return _owning


@contextmanager
def _owning() -> Iterator[None]:
    before = _say("SELECT current_user")
    _say("SET LOCAL ROLE NONE")
    yield
    _say(f"SET LOCAL ROLE {before}")


def _is_transactional(request: pytest.FixtureRequest) -> bool:
    mark = request.node.get_closest_marker("django_db")
    return "transactional_db" in request.fixturenames or bool(mark and mark.kwargs.get("transaction"))


def _say(sql: str) -> Any:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None
