"""Two institutions, of which the test works in the first. A folder's conftest.py imports what it needs from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.utils import translation

from globa.journal.operations import acting
from tests import builders, plans
from tests.builders import Place

Stepping = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are compared as the source has them."""
    with translation.override("en"):
        yield


@pytest.fixture
def here(db: None, as_owner: Stepping) -> Iterator[Place]:
    """The place for which the test acts; its records get numbers such as HE-2023-1."""
    with as_owner():
        made = builders.place("here", initials="HE")
    with acting(made.worker):
        yield made


@pytest.fixture
def elsewhere(db: None, as_owner: Stepping) -> Place:
    """Another institution in another municipality, whose rows the test must not see."""
    with as_owner():
        return builders.place("elsewhere", under="lazdijai", initials="EL")


@pytest.fixture
def municipality(db: None, as_owner: Stepping) -> Iterator[Place]:
    """A municipality and its clerk, for whom the test acts."""
    with as_owner():
        made = plans.clerk_of()
    with acting(made.worker):
        yield made


@pytest.fixture
def in_the_name_of() -> Callable[[Place], AbstractContextManager[None]]:
    """`with in_the_name_of(elsewhere): ...` - act for another place, then again for whom it was."""
    return _in_the_name_of


@contextmanager
def _in_the_name_of(place: Place) -> Iterator[None]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('globa.actor', true)")
        before = cursor.fetchone()[0]
        with acting(place.worker):
            yield
        cursor.execute("SELECT set_config('globa.actor', %s, true)", [before or ""])
