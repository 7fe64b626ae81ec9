"""The norm of a day: the municipality's own before the national one, and a refusal where there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from psycopg.types.range import DateRange

from globa.registry.norms import NoNorm, Norm, Through
from globa.registry.organisations import Organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2022, 5, 31), "42"), (date(2022, 6, 1), "46"), (date(2023, 1, 1), "49"), (date(2026, 12, 31), "74")],
)
def test_the_value_is_the_one_of_the_day(day: date, value: str) -> None:
    assert Norm.objects.in_force("base-social-benefit", day).value == Decimal(value)


def test_a_municipality_with_a_norm_of_its_own_uses_it_and_the_others_the_national_one() -> None:
    sirvintos, alytus = (Organisation.objects.get(code=code) for code in ("sirvintos", "alytus-city"))
    asked = [Norm.objects.in_force("on-duty-carer-children-in-all", date(2023, 1, 1), where).value for where in (sirvintos, alytus, None)]
    assert asked == [6, 5, 5]


def test_a_day_without_a_norm_is_refused_not_guessed() -> None:
    with pytest.raises(NoNorm, match="“base-social-benefit” is recorded for 2027-01-01"):
        Norm.objects.in_force("base-social-benefit", date(2027, 1, 1))


def test_each_day_has_the_value_of_its_own_law() -> None:
    law = date(2030, 1, 1)
    norm = Through("age", ((DateRange(None, law), Decimal(18)), (DateRange(law, None), Decimal(21))))
    assert (norm.on(date(2029, 12, 31)), norm.on(law)) == (Decimal(18), Decimal(21))


def test_a_day_that_no_row_covers_is_refused() -> None:
    with pytest.raises(NoNorm):
        Through("age", ()).on(date(2023, 5, 1))


def test_the_age_of_majority_comes_along() -> None:
    assert Norm.objects.coming_of_age().on(date(2023, 5, 1)) == 18
