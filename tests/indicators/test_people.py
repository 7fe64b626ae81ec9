"""People told apart: the union and every inclusion exactly, and never a sum."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.indicators.people import Crowd, Over, People
from globa.indicators.refusals import PersonsDoNotAddUp

THINGS = st.sampled_from("abcdef")
WHO_WAS_WHERE = st.dictionaries(st.integers(0, 30), st.frozensets(THINGS, min_size=1), max_size=30)
SOME = st.frozensets(THINGS)


def crowd(who: dict[int, frozenset[str]]) -> Crowd[str]:
    return Crowd(tuple(Counter(who.values()).items()))


@given(WHO_WAS_WHERE, SOME)
def test_the_union_is_everybody_once(who: dict[int, frozenset[str]], things: frozenset[str]) -> None:
    assert crowd(who).in_any(things) == len([person for person, where in who.items() if where & things])


@given(WHO_WAS_WHERE, SOME, SOME)
def test_the_overlap_of_two_is_who_was_in_both(who: dict[int, frozenset[str]], one: frozenset[str], other: frozenset[str]) -> None:
    assert crowd(who).in_both(one, other) == len([person for person, where in who.items() if where & one and where & other])


@given(WHO_WAS_WHERE, SOME, SOME)
def test_two_together_are_both_without_who_is_in_both(who: dict[int, frozenset[str]], one: frozenset[str], other: frozenset[str]) -> None:
    all_of_them = crowd(who)
    assert all_of_them.in_any(one | other) == all_of_them.in_any(one) + all_of_them.in_any(other) - all_of_them.in_both(one, other)


def test_people_of_two_activities_have_no_sum() -> None:
    parts = [People(183, Over.ACTIVITY), People(37, Over.ACTIVITY)]
    with pytest.raises(PersonsDoNotAddUp, match="220 would be attendances, not people"):
        parts[0] + parts[1]
    with pytest.raises(PersonsDoNotAddUp):
        sum(parts)
    assert sum(one.uses for one in parts) == 220
