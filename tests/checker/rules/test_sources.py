"""Sources that were planned and not used, or used and not planned."""

from __future__ import annotations

from globa.checker.rules import sources
from globa.checker.understanding import understand
from tests.checker.plans import plan
from tests.checker.tables import document


def found(planned: str, used: str) -> list[tuple[str, str]]:
    read = understand(document(plan(f"1.1.1. | {planned} | {used}")))
    return [(one.values["new"], one.values["gone"]) for one in sources.find(read)]


def test_a_source_that_was_not_planned_and_one_that_paid_nothing_are_named() -> None:
    said = found("11 648,00 ES fondų lėšos", "22 284,00 savivaldybės biudžeto lėšos")
    assert said == [("savivaldybės biudžeto lėšos (22\u00a0284)", "ES fondų lėšos (11\u00a0648)")]


def test_the_same_sources_in_other_words_are_the_same() -> None:
    assert found("5,00 ESFA lėšos", "5,00 ES fondų lėšos") == []


def test_a_source_with_a_dash_was_planned() -> None:
    assert found("- savivaldybės biudžeto lėšos", "5,00 savivaldybės biudžeto lėšos") == []


def test_money_of_which_no_source_is_named_may_be_of_any() -> None:
    assert found("5,00 ES lėšos", "5,00") == []
    assert found("-", "5,00 ES lėšos") == []
