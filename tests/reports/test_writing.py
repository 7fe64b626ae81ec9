"""How numbers, days and units are written in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import pytest
from django.utils import translation

from globa.reports.writing import days, numbers, units
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit


@pytest.fixture(params=["lt", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def lithuanian() -> Iterator[None]:
    with translation.override("lt"):
        yield


def test_a_number_has_its_languages_groups_and_comma(language: str) -> None:
    assert numbers.number(Decimal("1356326.61")) == {"lt": "1\u00a0356\u00a0326,61", "en": "1,356,326.61"}[language]


def test_a_negative_number_has_a_true_minus(language: str) -> None:
    assert numbers.number(-3) == "−3"


def test_money_keeps_its_cents_and_its_currency_beside_it(language: str) -> None:
    assert numbers.money(44100) == {"lt": "44\u00a0100,00\u00a0Eur", "en": "EUR\u00a044,100.00"}[language]


def test_a_share_has_at_most_one_decimal(language: str) -> None:
    assert numbers.percent(Decimal("61.36")) == {"lt": "61,4\u00a0%", "en": "61.4%"}[language]


def test_minutes_become_hours_when_there_are_enough(language: str) -> None:
    assert numbers.duration(75) == {"lt": "1\u00a0val. 15\u00a0min.", "en": "1\u00a0h 15\u00a0min"}[language]
    assert numbers.duration(120) == {"lt": "2\u00a0val.", "en": "2\u00a0h"}[language]
    assert numbers.duration(0) == {"lt": "0\u00a0min.", "en": "0\u00a0min"}[language]


def test_a_day_in_a_sentence_names_its_weekday(language: str) -> None:
    said = {"lt": "2024\u00a0m. sausio 15\u00a0d., pirmadienis", "en": "Monday 15\u00a0January 2024"}
    assert days.in_a_sentence(date(2024, 1, 15), weekday=True) == said[language]


def test_the_clock_is_written_with_a_point_in_lithuanian(language: str) -> None:
    assert days.clock(time(8, 40)) == {"lt": "8.40\u00a0val.", "en": "08:40"}[language]


@pytest.mark.parametrize(
    ("text", "said"), [("2023", "2023\u00a0m."), ("2023-Q2", "2023\u00a0m. II\u00a0ketvirtis"), ("2023-04", "2023\u00a0m. balandis")]
)
def test_a_period_is_named_not_spelled_out(lithuanian: None, text: str, said: str) -> None:
    assert days.period(Period.parse(text)) == said


CHILDREN = [(0, "vaikų"), (1, "vaikas"), (2, "vaikai"), (10, "vaikų"), (11, "vaikų"), (21, "vaikas")]
FRACTIONS = [(Decimal("1.5"), "vaiko"), (Decimal("44.25"), "vaiko")]


@pytest.mark.parametrize(("count", "said"), [*CHILDREN, *FRACTIONS])
def test_lithuanian_has_four_plural_forms(lithuanian: None, count: int | Decimal, said: str) -> None:
    assert units.unit_name(Unit.CHILDREN, count) == said


def test_a_fraction_is_plural_in_english() -> None:
    with translation.override("en"):
        assert units.counted(Unit.POSTS, Decimal("1.25")) == "1.25\u00a0posts"


def test_every_unit_has_a_name_or_is_part_of_its_number() -> None:
    assert set(Unit) - set(units.NAMES) == {Unit.EUROS, Unit.PERCENT}
