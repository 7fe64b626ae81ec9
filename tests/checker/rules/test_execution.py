"""Money used that is far from the plan."""

from __future__ import annotations

import pytest

from globa.checker.rules import execution
from globa.checker.understanding import understand
from tests.checker.plans import plan
from tests.checker.tables import document


@pytest.mark.parametrize(("used", "percent"), [("49,00", ["49"]), ("50,00", []), ("150,00", []), ("151,00", ["151"])])
def test_less_than_a_half_and_more_than_half_as_much_again_are_far_from_the_plan(used: str, percent: list[str]) -> None:
    read = understand(document(plan(f"1.1.1. | 100,00 savivaldybės biudžeto lėšos | {used} savivaldybės biudžeto lėšos")))
    assert [found.values["percent"] for found in execution.find(read)] == percent


def test_bodies_are_compared_line_by_line() -> None:
    planned, used = "100,00 (100,00 ES lėšos) 10,00 (10,00 ES lėšos)", "90,00 (90,00 ES lėšos) 20,00 (20,00 ES lėšos)"
    read = understand(document(plan(f"1.1.1. | {planned} | {used}")))
    assert [found.values["planned"] for found in execution.find(read)] == ["10"]


def test_a_misprinted_total_is_taken_for_its_sources() -> None:
    cell = "123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 įmokos už suteiktas paslaugas)"
    read = understand(document(plan(f"2.3.1. | {cell} | 125 967,27 savivaldybės biudžeto lėšos")))
    assert list(execution.find(read)) == []
