"""A worker of a small institution before the pages of records."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from tests.builders import Place
from tests.fixtures import elsewhere, here, in_the_name_of  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def reader(here: Place) -> Client:  # noqa: F811 - the fixture
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(here.worker)
    return client
