from __future__ import annotations

import pytest
from django.test import Client

from tests.builders import Place
from tests.fixtures import elsewhere, in_english, in_the_name_of, municipality
from tests.web.at_work import signed_in

__all__ = ["clerk", "elsewhere", "in_english", "in_the_name_of", "municipality"]


@pytest.fixture
def clerk(municipality: Place) -> Client:
    """Signed in as the clerk of a municipality, in English."""
    return signed_in(municipality)
