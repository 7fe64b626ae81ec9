"""The head of `here`, and somebody who keeps the whole installation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from globa.registry.accounts.appointments import Role
from globa.registry.accounts.users import User
from tests.builders import Place
from tests.fixtures import Stepping


def day(name: str, year: int, month: int, of_month: int) -> dict[str, str]:
    """A day as the three boxes send it."""
    return {f"{name}_year": str(year), f"{name}_month": str(month), f"{name}_day": str(of_month)}


@pytest.fixture
def head(client: Client, as_role: Callable[[Role], None]) -> Client:
    as_role(Role.HEAD)
    return client


@pytest.fixture
def keeper(head: Client, here: Place, as_owner: Stepping) -> Client:
    with as_owner():
        User.objects.filter(pk=here.worker.pk).update(is_staff=True)
    return head


def send(client: Client, page: str, do: str, **fields: object) -> tuple[int, str]:
    """Send one form of a page; its fields carry its name. Return the status and where it leads, or the page itself."""
    answer = client.post(f"/administration/{page}", {"do": do} | {f"{do}-{name}": value for name, value in fields.items()})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()
