from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from globa.registry.accounts.roles import Role
from tests.web.administration.signing_in import head  # noqa: F401
from tests.web.at_work import *  # noqa: F403


@pytest.fixture
def carer(client: Client, as_role: Callable[[Role], None]) -> Client:
    """The signed-in user, whose person is Miglė, is an on-duty carer of the centre."""
    as_role(Role.ON_DUTY_CARER)
    return client
