from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from tests.builders import Place
from tests.fixtures import Stepping, elsewhere, here, in_english
from tests.publication.pages import outside, publish

__all__ = ["elsewhere", "here", "in_english"]


@pytest.fixture
def public(settings: Settings, here: Place, as_owner: Stepping) -> Iterator[Client]:
    """The public process before a published page: its settings, its role, nobody signed in."""
    from globa.config.outside import settings as theirs

    publish(here, as_owner)
    for name in ("MIDDLEWARE", "ROOT_URLCONF", "TEMPLATES", "GLOBA_PROXIES", "DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FILES"):
        setattr(settings, name, getattr(theirs, name))
    with outside():
        yield Client()
