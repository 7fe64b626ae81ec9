"""One world a file of tests, in a transaction that is rolled back when the file is through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.matrix import asking
from tests.matrix.asking import Asking
from tests.matrix.kept import administered, carer_of_nobody, reports
from tests.matrix.world import World, make


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        made = make()
        reports(made)
        administered(made)
        carer_of_nobody(made)
        asking.as_the_web()
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def ask(world: World) -> Asking:
    made = Asking()
    for name, user in world.users.items():
        made.sign_in(name, user)
    return made
