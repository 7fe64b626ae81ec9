"""Targets in words, and what can be said of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.planning.plans.results import AchievedResult, ExpectedResult
from globa.web.plans.targets import Answered, by_sentence, target_of, told_together


def expected(comparator: str = "", quantity: int | None = None, **more: object) -> ExpectedResult:
    return ExpectedResult(text="Help 48 children", comparator=comparator, quantity=None if quantity is None else Decimal(quantity), **more)


@pytest.mark.parametrize(
    ("comparator", "words"), [("exactly", "48"), ("about", "about 48"), ("at_least", "at least 48"), ("at_most", "at most 48")]
)
def test_a_target_says_how_it_is_meant(comparator: str, words: str) -> None:
    assert target_of(expected(comparator, 48)) == words


def test_a_range_has_both_its_ends() -> None:
    assert target_of(expected("range", 40, until=Decimal(50))) == "40–50"


@pytest.mark.parametrize(("number", "state"), [(48, "reached"), (47, "not as expected"), (None, "not recorded")])
def test_a_target_is_reached_short_or_not_recorded(number: int | None, state: str) -> None:
    by_hand = AchievedResult(text="x", quantity=Decimal(number)) if number else None
    tag = Answered(expected("at_least", 48), by_hand).tag
    assert tag is not None
    assert tag[0] == state


def test_of_words_alone_nobody_says_whether_they_were_reached() -> None:
    assert Answered(expected(), AchievedResult(text="Done")).tag is None


def test_a_sentence_with_two_numbers_is_shown_once() -> None:
    answered = [Answered(expected("exactly", 48)), Answered(expected("exactly", 38))]
    assert [(one.text, len(one.answered)) for one in by_sentence(answered)] == [("Help 48 children", 2)]
    results = [
        AchievedResult(text="3 people, 5 times", quantity=Decimal(number), unit=unit) for number, unit in ((3, "person"), (5, "time"))
    ]
    assert [(one.text, one.numbers) for one in told_together(results)] == [("3 people, 5 times", ["3 (person)", "5 (time)"])]
