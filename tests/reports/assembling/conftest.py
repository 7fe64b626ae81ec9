"""The demonstration, loaded once for the tests of whole reports and rolled back after them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from globa.registry.organisations import Organisation


@pytest.fixture(scope="package")
def centre(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Organisation]:
    from django.db import transaction

    from globa.demonstration import load

    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield Organisation.objects.coded("alytus-family-centre")
        transaction.set_rollback(True)
