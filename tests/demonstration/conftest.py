"""The demonstration, loaded once a worker inside a transaction that is rolled back, as the owner of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

Asking = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="package")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Asking]:
    """Ask the loaded database something in SQL."""
    from django.db import transaction

    from globa.demonstration import load

    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield asked
        transaction.set_rollback(True)


@pytest.fixture
def ask(demonstration: Asking) -> Asking:
    return demonstration


def asked(sql: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
