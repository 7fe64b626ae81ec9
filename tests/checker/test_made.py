"""Made reports: every planted error is found at its place, and no contradiction is invented, neither beside it nor in a clean one."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.checker.saying import message
from tests.checker.made import kinds
from tests.checker.made.kinds import KINDS, Kind

SEEDS = st.integers(0, 2**32)


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_a_clean_report_contradicts_nothing(seed: int) -> None:
    assert [message(one) for one in kinds.invented(kinds.clean(Random(seed)))] == []


@given(SEEDS, st.sampled_from(KINDS))
@settings(max_examples=300, deadline=None)
def test_every_planted_error_is_found_and_none_invented(seed: int, kind: Kind) -> None:
    made = kinds.planted(Random(seed), kind)
    assert kinds.found(made, kind), f"{kind.name} was not found"
    assert [message(one) for one in kinds.invented(made)] == []
