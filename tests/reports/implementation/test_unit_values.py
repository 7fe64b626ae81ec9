"""What one of a unit cost on a line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.planning.plans.results import record_result
from globa.registry.files import keep
from globa.reports.implementation.unit_values import unit_values
from globa.vocabulary.sensitivity import Sensitivity
from tests import plans
from tests.builders import Place
from tests.reports.implementation.world import approved_line


@pytest.mark.django_db
def test_the_used_money_of_a_line_is_divided_by_the_only_number_of_a_unit(municipality: Place) -> None:
    line = approved_line(municipality)
    here, by = municipality.organisation, municipality.worker
    proof = keep(organisation=here, by=by, name="a.txt", media_type="text/plain", content=b"a", sensitivity=Sensitivity.S1)
    for text, quantity, unit in (("3 children", 3, "Vaikas"), ("2 groups", 2, "grupė"), ("4 groups", 4, "grupė")):
        record_result(line=line, text=text, by=by, quantity=Decimal(quantity), unit=unit, reason="Report", file=proof)
    (one,) = unit_values(plans.plan_of(line))
    assert (one.year, one.no, one.unit, one.each) == (2023, "1.1.1", "vaikas", Decimal(30))
