"""One number in every form in which it was met."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.documents.numbers.amount import Form, Sign, read, readings

ZOO = [
    ("18 624 926,05", "18624926.05", Form.SPACES),
    ("18\u00a0624\u202f926,05", "18624926.05", Form.SPACES),
    ("695.046,41", "695046.41", Form.DOTS),
    ("11 410", "11410", Form.SPACES),
    ("139 569 ,84", "139569.84", Form.STRAY),
    ("86 916.24", "86916.24", Form.POINT),
    ("8508,31", "8508.31", Form.PLAIN),
    ("6276106,8", "6276106.8", Form.PLAIN),
    ("20 990,592 tūkst.", "20990592", Form.SPACES),
    ("16 401,60", "16401.60", Form.SPACES),
    ("128,06 mln. Eur", "128060000", Form.PLAIN),
    ("223,3 mln.", "223300000", Form.PLAIN),
    ("1,356,326.61", "1356326.61", Form.ENGLISH),
    ("−12,50", "-12.50", Form.PLAIN),
    ("25*", "25", Form.PLAIN),
    ("€ 1 000", "1000", Form.SPACES),
]


@pytest.mark.parametrize(("cell", "value", "form"), ZOO)
def test_a_number_is_read_in_every_form_of_the_zoo(cell: str, value: str, form: Form) -> None:
    found = read(cell)
    assert found is not None
    assert (found.value, found.form) == (Decimal(value), form)


@pytest.mark.parametrize(
    ("cell", "value", "slack"), [("59.100,0", "59100.0", "0.09"), ("168.600.", "168600", "0.99"), ("166.100,", "166100", "0.99")]
)
def test_a_cell_that_was_cut_says_how_much_may_be_missing(cell: str, value: str, slack: str) -> None:
    found = read(cell)
    assert found is not None
    assert (found.value, found.precision_lost, found.slack) == (Decimal(value), True, Decimal(slack))


def test_groups_that_are_not_of_three_are_a_misprint_with_what_was_likely_meant() -> None:
    found = read("123 00,00")
    assert found is not None
    assert (found.form, found.value, found.doubtful) == (Form.BROKEN, Decimal("12300.00"), (Decimal("123000.00"),))


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-",
        "–",
        "2023-05-06",
        "2023 m.",
        "12:30",
        "12.30 val.",
        "8.00 – 15.45",
        "2 dalies 3 punktą",
        "+370 612 34567",
        "Nr. 12",
        "T-149",
        "Kalnų g. 61 A",
        "08.4.1-ESFA-V-416",
        "apie",
    ],
)
def test_what_counts_nothing_is_no_amount(cell: str) -> None:
    assert read(cell) is None
    assert readings(cell) == ()


def test_a_litre_is_no_one() -> None:
    assert read("10 l") is None
    assert read("1O0,00") is not None


def test_a_range_and_a_pair_are_one_reading_with_two_ends() -> None:
    found = readings("Dalyvavo 40–50 asmenų, mergaičių ir berniukų 9/16, nuo 5 iki 17 metų")
    assert [(one.form, int(one.value), int(one.other or 0)) for one in found] == [
        (Form.RANGE, 40, 50),
        (Form.PAIR, 9, 16),
        (Form.RANGE, 5, 17),
    ]


def test_numbers_of_a_sentence_are_found_without_its_dates_and_acts() -> None:
    text = "Nuo 2023-06-05 pagal sprendimą Nr. T-149 (2022 m. vasario 24 d.) dviejuose centruose 2 151 konsultacija 12 proc. brangiau."
    assert [(int(one.value), one.sign) for one in readings(text)] == [(2, Sign.NONE), (2151, Sign.NONE), (12, Sign.PERCENT)]


CENTS = st.integers(min_value=0, max_value=10**12 - 1)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])


def _grouped(whole: int, mark: str) -> str:
    return f"{whole:,}".replace(",", mark)


@given(CENTS, SPACES, st.sampled_from(["spaces", "none", "dots", "point", "english", "stray"]))
def test_money_written_in_any_form_reads_back_to_the_cent(cents: int, space: str, form: str) -> None:
    whole, rest = divmod(cents, 100)
    written = {
        "spaces": f"{_grouped(whole, space)},{rest:02}",
        "none": f"{whole},{rest:02}",
        "dots": f"{_grouped(whole, '.')},{rest:02}",
        "point": f"{_grouped(whole, space)}.{rest:02}",
        "english": f"{whole:,}.{rest:02}",
        "stray": f"{_grouped(whole, space)} ,{rest:02}" if whole >= 1000 else f"{whole},{rest:02}",
    }[form]
    value = Decimal(cents) / 100
    found = read(written)
    assert found is not None
    assert found.value == value
    assert [one.value for one in readings(f"Panaudota {written} Eur lėšų.")] == [value]


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–/%()\u00a0\nabOolIEurtūkst.mln"), max_size=40) | st.text(max_size=40))
def test_garbage_is_read_without_an_error(text: str) -> None:
    read(text)
    for one in readings(text):
        assert text[one.start : one.end] == one.text
