"""The matrix in short, for every run of the tests: read and sent, by everybody, about the six. `make matrix` asks the rest."""

from __future__ import annotations

import pytest

from tests.matrix.asking import Asking
from tests.matrix.checking import check
from tests.matrix.world import EVERYBODY, World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_page_that_is_read_or_sent_answers_as_the_tables_say(world: World, ask: Asking, role: str) -> None:
    found = check(world, ask, [role], shortly=True)
    assert (found.faults[:20], len(found.faults)) == ([], 0)
    assert found.checks > 8_000, f"only {found.checks} checks in {found.requests} requests"
