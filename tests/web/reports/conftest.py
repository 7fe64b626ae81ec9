"""The director of a small institution, with a report of 2023 begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from globa.registry.accounts.appointments import Role
from globa.reports.forms import read
from globa.reports.keeping.reports import Report, start
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place
from tests.web.at_work import as_role, client, elsewhere, here, in_english, in_the_name_of

__all__ = ["as_role", "client", "director", "elsewhere", "here", "in_english", "in_the_name_of", "report", "sign"]
PLACE = "homes.children"
"""A text of the activity report about children in community homes."""


@pytest.fixture
def director(client: Client, here: Place, as_role: Callable[[Role], None]) -> Client:
    """Signed in as the head, who holds the post of a director."""
    as_role(Role.HEAD)
    builders.holding(here, worker=here.worker.person, of=builders.post(here, "director"))
    return client


@pytest.fixture
def report(director: Client, here: Place) -> Report:
    return start(organisation=here.organisation, form=read("activity", 2023), period=Period.year(2023), by=here.worker)


@pytest.fixture
def sign(director: Client, report: Report) -> Callable[[], HttpResponse]:
    """`sign()`: read the signing page and confirm what stands there."""

    def signed() -> Any:
        address = f"/reports/{report.pk}/sign/"
        page = director.get(address)
        return director.post(address, {"read": page.context["to_sign"].fingerprint, "confirm": "on"})

    return signed
