from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from globa.registry.accounts.appointments import Role
from tests.fixtures import municipality  # noqa: F401
from tests.importers.ledger.conftest import codes  # noqa: F401
from tests.web.at_work import *  # noqa: F403


@pytest.fixture
def accountant(client: Client, as_role: Callable[[Role], None]) -> Client:
    as_role(Role.ACCOUNTANT)
    return client
