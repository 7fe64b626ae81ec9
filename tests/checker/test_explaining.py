"""A difference is explained by the smallest sets of amounts that make it, all of them, to the cent."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.checker.explaining import Explained, Patience, explain, explain_by_source
from globa.checker.finding import Part
from globa.documents.document import Place

AMOUNTS = st.lists(st.integers(-300, 300), max_size=9)


def parts(*amounts: str | Decimal) -> list[Part]:
    return [Part(Place(row=place), f"line {place}", Decimal(amount)) for place, amount in enumerate(amounts, start=1)]


def lines(explained: Explained) -> list[list[str]]:
    return [[part.text for part in one] for one in explained.sets]


def test_one_line_that_was_left_out_is_named() -> None:
    assert lines(explain(Decimal("701.00"), parts("533", "701.00", "15549.42"), Patience())) == [["line 2"]]


def test_several_lines_are_named_together() -> None:
    assert lines(explain(Decimal("9014.45"), parts("14000", "9014.44", "0.01", "5"), Patience())) == [["line 2", "line 3"]]


def test_all_equal_explanations_are_named() -> None:
    assert lines(explain(Decimal(5), parts("5", "2", "3", "5"), Patience())) == [["line 1"], ["line 4"]]


def test_nothing_explains() -> None:
    assert explain(Decimal(8), parts("25", "10"), Patience()) == Explained(())


def test_the_difference_of_every_source_is_explained_by_the_same_lines() -> None:
    one, other, third = parts("100", "100", "60")
    lined = [
        (one, {"ES": Decimal(100)}),
        (other, {"SAV": Decimal(60), "ES": Decimal(40)}),
        (third, {"SAV": Decimal(60)}),
    ]
    assert lines(explain_by_source({"SAV": Decimal(60), "ES": Decimal(40)}, lined, Patience())) == [["line 2"]]


def test_it_says_that_time_ran_out() -> None:
    many = parts(*[Decimal(7919 * place * place % 100_003) / 100 for place in range(1, 400)])
    assert not explain(Decimal("123456.78"), many, Patience(seconds=0)).is_whole


def test_it_says_that_there_are_too_many_explanations() -> None:
    found = explain(Decimal(1), parts(*["1"] * 40), Patience())
    assert len(found.sets) == 12
    assert not found.is_whole


@given(AMOUNTS, st.integers(-900, 900))
@settings(max_examples=300, deadline=None)
def test_it_finds_what_trying_every_set_finds(amounts: list[int], difference: int) -> None:
    found = explain(Decimal(difference) / 100, parts(*[Decimal(one) / 100 for one in amounts]), Patience(), most_parts=9)
    expected = _smallest_by_trying(amounts, difference)
    assert lines(found) == [[f"line {place + 1}" for place in one] for one in expected[:12]] or not found.is_whole


def _smallest_by_trying(amounts: list[int], difference: int) -> list[tuple[int, ...]]:
    places = [place for place, amount in enumerate(amounts) if amount]
    for size in range(1, len(places) + 1) if difference else ():
        if found := [one for one in combinations(places, size) if sum(amounts[place] for place in one) == difference]:
            return found
    return []
