from __future__ import annotations

from datetime import date

import pytest

from globa.registry.recording import Recording
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping, elsewhere, here, in_english, in_the_name_of, municipality

__all__ = ["elsewhere", "here", "in_english", "in_the_name_of", "municipality"]
TABLES = ("services", "attendances", "events", "residences", "stays", "contracts", "cases")


def recorded(at: Place, since: str = "2020-01-01") -> Place:
    for table in TABLES:
        Recording.objects.create(organisation=at.organisation, table=table, since=date.fromisoformat(since))
    return at


@pytest.fixture
def centre(municipality: Place, as_owner: Stepping) -> Place:
    """An institution of the municipality for which the test acts."""
    with as_owner():
        return recorded(builders.place("centre", under="visaginas", initials="CE"))
