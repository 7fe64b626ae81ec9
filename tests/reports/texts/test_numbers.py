"""Numbers in a text: how they are written, how they are meant, what they count, and what is no number of a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.reports.document import Comparator
from globa.reports.texts.numbers import numbers

ABOUT, LEAST, MORE, MOST, LESS, EXACTLY = (
    Comparator.ABOUT, Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.EXACTLY,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "comparator", "noun"),
    [
        ("43 vaikai", 43, EXACTLY, "vaikai"),
        ("virš 1 800 paslaugų", 1800, MORE, "paslaugų"),
        ("virš 1\u00a0800 paslaugų", 1800, MORE, "paslaugų"),
        ("daugiau kaip 600 konsultacijų", 600, MORE, "konsultacijų"),
        ("ne mažiau kaip 4 šeimos", 4, LEAST, "šeimos"),
        ("ne daugiau kaip 28 vaikai", 28, MOST, "vaikai"),
        ("apie 30 atvejų", 30, ABOUT, "atvejų"),
        ("beveik 40 darbuotojų", 40, LESS, "darbuotojų"),
        ("vietų iki 46", 46, MOST, ""),
        ("60 žmonių ir daugiau", 60, LEAST, "žmonių"),
        ("36,25 etato", Decimal("36.25"), EXACTLY, "etato"),
        ("galimas vaikų skaičius – 46", 46, EXACTLY, "galimas vaikų skaičius"),
        ("berniukų: 16", 16, EXACTLY, "berniukų"),
        ("36,25 etato – socialinį darbą dirbantis personalas", Decimal("36.25"), EXACTLY, "etato socialinį darbą dirbantis personalas"),
        ("šeši budintys globotojai", 6, EXACTLY, "budintys globotojai"),
        ("dviem šeimoms", 2, EXACTLY, "šeimoms"),
        ("1 356 326,61 Eur", Decimal("1356326.61"), EXACTLY, ""),
        ("1,36 mln. Eur", 1_360_000, ABOUT, ""),
        ("more than 1,800 services", 1800, MORE, "services"),
        ("at least four families", 4, LEAST, "families"),
        ("no fewer than 12 children", 12, LEAST, "children"),
    ],
)
def test_a_number_is_read_with_its_comparator_and_what_it_counts(text: str, value: object, comparator: Comparator, noun: str) -> None:
    (number,) = numbers(text)
    assert (number.value, number.comparator, number.noun) == (value, comparator, noun)


@pytest.mark.parametrize(
    "text",
    [
        "2023 m. gruodžio 31 d.",
        "2023-12-31",
        "nuo gegužės 31 dienos",
        "2023 metais ir 2022–2023 m.",
        "in 2023, on 1 January 2024",
        "Tarybos sprendimas Nr. T-52",
        "sprendimu T1-149 patvirtinta",
        "licencija Nr. 000000903",
        "8.40 val.",
        "Pušų g. 23-18, Kalno g. 61A, LT-62123",
        "tel. 8 315 12345",
        "12 straipsnio 3 punktas, 1 lentelė",
        "1. Pirmas punktas",
        "2-oji grupė, 3rd floor",
        "darbo užmokestis (211111)",
        "globa@centras2.example, https://centras.example/2",
        "įstaigos kodas 190500900",
    ],
)
def test_days_acts_addresses_and_the_like_are_no_numbers_of_a_figure(text: str) -> None:
    assert numbers(text) == []


def test_the_sign_of_a_share_or_of_euros_belongs_to_the_number_that_a_living_one_replaces() -> None:
    assert [(one.text, one.kind) for one in numbers("98,2 proc. arba 24 500 Eur")] == [("98,2 proc.", "percent"), ("24 500 Eur", "money")]


def test_both_ends_of_a_range_of_ages_are_ages() -> None:
    assert [(one.value, one.kind, one.comparator) for one in numbers("nuo 8 iki 21 metų")] == [(8, "age", EXACTLY), (21, "age", EXACTLY)]


def test_one_is_a_pronoun_and_no_number() -> None:
    assert numbers("vienas iš vaikų padėjo vienai šeimai") == []
