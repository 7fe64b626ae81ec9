from __future__ import annotations

import pytest

from globa.planning.ledger import FundingSource
from globa.planning.treasury_codes import add_code
from globa.registry.organisations import Organisation
from tests.fixtures import Stepping, elsewhere, here, in_english, in_the_name_of, municipality

__all__ = ["elsewhere", "here", "in_english", "in_the_name_of", "municipality"]
CODES = ("14402", "15101", "14731", "1591", "163", "41")


@pytest.fixture
def codes(db: None, as_owner: Stepping) -> None:
    """The treasury codes of the city of Alytus in 2023."""
    city = Organisation.objects.get(code="alytus-city")
    with as_owner():
        for code in CODES:
            add_code(municipality=city, year=2023, code=code, name=code, source=FundingSource.objects.get(code=code), by=None)
