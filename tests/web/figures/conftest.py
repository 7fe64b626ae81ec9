"""A small institution that records everything since 2022, and its worker before the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from globa.registry.recording import Recording
from globa.web.figures.wording import TABLES
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_the_name_of  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def centre(here: Place) -> Place:  # noqa: F811 - the fixture
    Recording.objects.bulk_create(Recording(organisation=here.organisation, table=table, since=date(2022, 1, 1)) for table in TABLES)
    return here


@pytest.fixture
def reader(centre: Place) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(centre.worker)
    return client
