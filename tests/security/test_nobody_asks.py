"""A question that nobody asks is refused before it is sent, also of a table without a row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from globa.config.database import nobody_asks
from globa.config.database.nobody_asks import NobodyAsks
from globa.journal.operations import acting
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.sealing import Seal
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _watched() -> Iterator[None]:
    with connection.execute_wrapper(nobody_asks.refuse):
        yield


@pytest.fixture
def somebody(as_owner: Stepping) -> User:
    with connection.execute_wrapper(lambda execute, *asked: execute(*asked)), as_owner():
        return User.objects.create_user("somebody@matrix.example")


def say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", sorted(nobody_asks.protected_tables()))
def test_no_protected_table_is_asked_by_nobody(table: str) -> None:
    with pytest.raises(NobodyAsks, match=table):
        say(f'SELECT count(*) FROM "{table}"')


@pytest.mark.parametrize("view", ["facts.services", 'facts."services"', "facts_then.services"])
def test_nor_is_a_view_of_facts(view: str) -> None:
    with pytest.raises(NobodyAsks, match="facts"):
        say(f"SELECT count(*) FROM {view}")


def test_somebody_gets_an_empty_answer_of_an_empty_table(somebody: User) -> None:
    with acting(somebody):
        assert list(Seal.objects.all()) == []


def test_whoever_asked_in_a_transaction_before_does_not_ask_in_this_one(somebody: User) -> None:
    setattr(connection, "_globa_acts_in", transaction.atomic())  # noqa: B010 - of a transaction that is over
    with pytest.raises(NobodyAsks):
        list(Seal.objects.all())


def test_nobody_in_particular_is_nobody() -> None:
    with acting(None), pytest.raises(NobodyAsks):
        list(Seal.objects.all())


def test_what_everybody_may_read_is_read_by_nobody() -> None:
    assert Organisation.objects.filter(code="alytus-city").exists()


def test_the_processes_of_the_web_and_of_the_worker_are_watched(settings: pytest.FixtureRequest) -> None:
    for role, is_watched in (("web", True), ("worker", True), ("owner", False)):
        settings.GLOBA_DATABASE_ROLE = role  # type: ignore[attr-defined]
        made = connection.copy()
        nobody_asks.watch(made)
        assert (nobody_asks.refuse in made.execute_wrappers) is is_watched


def test_a_worker_at_work_asks(here: Place) -> None:
    assert builders.child(here).pk
