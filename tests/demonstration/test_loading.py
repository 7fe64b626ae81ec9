"""Loading: the same every time, and never beside people who are there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from globa.demonstration import load
from tests.demonstration.conftest import Demonstration
from tests.demonstration.fingerprint import fingerprint


def test_two_loads_say_the_same(demonstration: Demonstration) -> None:
    assert fingerprint() == demonstration.said_before


@pytest.mark.owner
@pytest.mark.django_db
def test_the_demonstration_is_not_mixed_with_people_who_are_there() -> None:
    from globa.demonstration.loading import PeopleAreHere
    from globa.registry.people import Person

    Person.objects.create(given_name="Liepa", family_name="Stonytė")
    with pytest.raises(PeopleAreHere):
        load()


def test_the_accounts_can_be_printed_where_django_is_not_set_up() -> None:
    said = "import sys; from globa.demonstration.accounts import lines; lines(); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said]).returncode == 0
