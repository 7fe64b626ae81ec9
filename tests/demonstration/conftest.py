"""
The demonstration, loaded as the owner of the tables inside a transaction that is rolled back.

It is loaded twice a worker: what the first load said is kept, and compared with the second, which the tests ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

Asking = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Demonstration:
    """The loaded database, and what the facts of the load before it said."""

    ask: Asking
    said_before: str


@pytest.fixture(scope="package")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Demonstration]:
    from django.db import transaction

    from globa.demonstration import load
    from tests.demonstration.fingerprint import fingerprint

    with django_db_blocker.unblock(), transaction.atomic():
        with transaction.atomic():
            load()
            said = fingerprint()
            transaction.set_rollback(True)
        load()
        yield Demonstration(asked, said)
        transaction.set_rollback(True)


@pytest.fixture
def ask(demonstration: Demonstration) -> Asking:
    """Ask the loaded database something in SQL."""
    return demonstration.ask


def asked(sql: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
