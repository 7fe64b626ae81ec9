"""All done beside what was not."""

from __future__ import annotations

import pytest

from globa.checker.finding import Severity
from globa.checker.rules import all_done
from globa.checker.understanding import understand
from tests.checker.plans import plan
from tests.checker.tables import document

ALL = "Visos 2023 m. plano priemonės įgyvendintos, lėšos panaudotos pagal paskirtį."
UNUSED = "1.1.1. | 100,00 ES lėšos | - | | Vyko pasirengimas."


def found(sentence: str, row: str) -> list[tuple[Severity, str]]:
    return [(one.severity, one.values["measure"]) for one in all_done.find(understand(document(sentence, plan(row))))]


def test_all_measures_are_not_done_where_planned_money_was_not_used() -> None:
    assert found(ALL, UNUSED) == [(Severity.SUSPICIOUS, "1.1.1 ")]


def test_a_measure_whose_own_words_say_no_contradicts() -> None:
    assert found(ALL, "1.1.1. | - | - | | Priemonė nebuvo įgyvendinta.") == [(Severity.CONTRADICTION, "1.1.1 ")]


SOME = ["Dauguma priemonių įgyvendintos.", "Ne visos priemonės įgyvendintos.", "Visos priemonės, išskyrus vieną, įgyvendintos."]


@pytest.mark.parametrize("sentence", SOME)
def test_who_says_some_does_not_say_all(sentence: str) -> None:
    assert found(sentence, UNUSED) == []


def test_a_row_that_is_called_done_used_its_money() -> None:
    assert found("", "1.1.1. | 100,00 ES lėšos | - | | Įgyvendinta.") == [(Severity.SUSPICIOUS, "1.1.1 ")]
    assert found("", "1.1.1. | 100,00 ES lėšos | 90,00 ES lėšos | | Įgyvendinta.") == []
