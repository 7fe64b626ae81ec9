"""Euros and cents, as people write them, never rounded."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.vocabulary.money import NotAnAmount, money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("183 377,44", "183377.44"),
        ("183\u00a0377,44", "183377.44"),
        ("183\u202f377.44", "183377.44"),
        ("7", "7.00"),
        ("-0,5", "-0.50"),
        ("−12,30", "-12.30"),
        (12, "12.00"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_an_amount_is_read_with_comma_or_point_and_any_spaces(text: str | int | Decimal, amount: str) -> None:
    assert str(money(text)) == amount


@pytest.mark.parametrize(
    "text", ["", "123 00,005", "1.500", "1e3", "1_000", "9" * 40, "1.000,50", "NaN", "Infinity", "twelve", "1,2,3", "--1"]
)
def test_what_is_no_amount_is_refused_and_never_0(text: str) -> None:
    with pytest.raises(NotAnAmount, match="183 377,44"):
        money(text)


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False))
def test_every_amount_survives_being_written(amount: Decimal) -> None:
    assert money(f"{amount:,.2f}".replace(",", " ").replace(".", ",")) == amount


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_is_refused(text: str) -> None:
    with suppress(NotAnAmount):
        assert money(text).as_tuple().exponent == -2


@given(st.lists(st.decimals(0, 10**6, places=2), max_size=50))
def test_cents_add_up(amounts: list[Decimal]) -> None:
    assert sum(map(money, amounts), Decimal(0)) * 100 == sum(int(amount * 100) for amount in amounts)
