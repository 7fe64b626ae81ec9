"""A result that the records tell stands in the report, opens to them, and is frozen with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest

from globa.planning.plans.results import expect
from globa.reports.document import FigureKey
from globa.reports.implementation.counting import value
from globa.reports.implementation.reading import told_of
from globa.reports.signing.frozen import SignedFigure
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.reports.implementation.test_signing import signed
from tests.reports.implementation.world import begun
from tests.reports.plan_results.conftest import recorded

pytestmark = pytest.mark.django_db
KEY = FigureKey("plan-result.reached", "expected", "1.1.1-1-1")


@pytest.fixture
def centre(municipality: Place, as_owner: Stepping) -> Place:
    with as_owner():
        return recorded(builders.place("centre", under="visaginas"))


def test_a_counted_result_is_frozen_with_its_records(
    municipality: Place, centre: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(centre):
        service = builders.service(centre)
    line = plans.line(municipality)
    target = {"indicator": "foster-centre.services", "comparator": "at_least", "quantity": Decimal(1), "unit": "services"}
    expect(line=line, text="Services given", by=municipality.worker, **target)
    plans.amount(municipality, line)
    plans.approved(municipality, line)
    found = begun(municipality, line)
    assert (value(told_of(found.report, "lt"), KEY).value, value(told_of(found.report, "lt"), KEY).unit) == (1, "services")
    figure = SignedFigure.objects.get(report=signed(found.report, municipality), figure=str(KEY))
    assert [row["record"] for row in figure.evidence] == [f"casework.service:{service.pk}"]
