"""The matrix of those who work in a home, and of those who see no files."""

from __future__ import annotations

import pytest

from tests.matrix.asking import Asking
from tests.matrix.checking import check
from tests.matrix.world import World

pytestmark = pytest.mark.django_db
ROLES = ("care_assistant", "administrator", "data_protection_officer")


@pytest.mark.parametrize("role", ROLES)
def test_every_page_answers_as_the_tables_say(world: World, ask: Asking, role: str) -> None:
    found = check(world, ask, [role])
    assert (found.faults[:20], len(found.faults)) == ([], 0)
    assert found.checks > 8_000, f"only {found.checks} checks in {found.requests} requests"
