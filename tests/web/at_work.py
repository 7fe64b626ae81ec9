"""A worker signed in at an institution, for the tests of the everyday pages. A folder's conftest.py imports the fixtures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from globa.facts.tables import TABLES
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.recording import Recording
from tests import builders
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_english, in_the_name_of

__all__ = ["as_role", "client", "elsewhere", "here", "in_english", "in_the_name_of"]
Stepping = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def client(here: Place, as_owner: Stepping) -> Client:
    """Signed in as the coordinator of `here`, in English; what is counted is recorded since 2020."""
    worker = builders.person(here, "Miglė", family_name="Gedvilaitė")
    here.worker.person = worker
    with as_owner():
        here.worker.save(update_fields=["person"])
        Recording.objects.bulk_create(
            Recording(organisation=here.organisation, table=name, since=date(2020, 1, 1)) for name in sorted(TABLES)
        )
    return signed_in(here)


def signed_in(place: Place) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(place.worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def as_role(here: Place, as_owner: Stepping) -> Callable[[Role], None]:
    """`as_role(Role.ACCOUNTANT)`: the signed-in user works as something else."""

    def change(role: Role) -> None:
        with as_owner():
            Appointment.objects.filter(user=here.worker).update(role=role)

    return change
