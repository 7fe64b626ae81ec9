"""Who sees a number."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from globa.indicators.disclosure import Audience, Disclosure, Shown, parts_seen_by, seen_by


@dataclass(frozen=True)
class Told:
    disclosure: Disclosure
    numbers: tuple[int, ...]


def small(*numbers: int) -> Told:
    return Told(Disclosure.SMALL_HIDDEN, numbers)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Told(Disclosure.OPEN, (1,)), Shown.SHOWN),
        (Told(Disclosure.INTERNAL, (100,)), Shown.WITHHELD),
        (small(4), Shown.HIDDEN),
        (small(5), Shown.SHOWN),
        (small(0), Shown.SHOWN),
        (small(90, 92, 2), Shown.HIDDEN),
        (small(), Shown.SHOWN),
    ],
)
def test_the_public_sees(figure: Told, shown: Shown) -> None:
    assert seen_by(Audience.PUBLIC, figure) is shown


def test_those_who_may_open_the_records_see_everything() -> None:
    assert seen_by(Audience.INSIDE, small(1)) is Shown.SHOWN
    assert seen_by(Audience.INSIDE, Told(Disclosure.INTERNAL, (1,))) is Shown.SHOWN


def test_one_hidden_part_hides_a_second_that_would_give_it_away() -> None:
    assert parts_seen_by(Audience.PUBLIC, [small(23), small(1), small(7), small(0)]) == [
        Shown.SHOWN,
        Shown.HIDDEN,
        Shown.HIDDEN,
        Shown.SHOWN,
    ]


def test_two_hidden_parts_hide_each_other() -> None:
    assert parts_seen_by(Audience.PUBLIC, [small(23), small(1), small(2)]) == [Shown.SHOWN, Shown.HIDDEN, Shown.HIDDEN]
