"""Printed totals beside what the lines make."""

from __future__ import annotations

from decimal import Decimal

from globa.importers.plans.comparing import compared
from tests.importers.plans.made import read_plan, text

ROW = "\t1.1.{n}. padėti {n}\t{amount},00 savivaldybės biudžeto lėšos\tCentras\tBus.\t-\tBuvo."
ROWS = tuple(ROW.format(n=number, amount=amount) for number, amount in enumerate((100, 20, 3), 1))


def test_a_total_that_its_lines_make_agrees() -> None:
    (one,) = compared(read_plan(text(*ROWS, "Iš viso\t\t123,00\t\t\t\t")).plan)
    assert (one.label, one.side, one.difference) == ("Iš viso", "planned", Decimal(0))


def test_a_difference_is_explained_by_the_line_that_was_left_out() -> None:
    (one,) = compared(read_plan(text(*ROWS, "Iš viso\t\t103,00\t\t\t\t")).plan)
    assert (one.made, one.difference) == (Decimal(123), Decimal(-20))
    assert [[part.text for part in parts] for parts in one.explained] == [["1.1.2"]]


def test_the_total_of_a_task_is_compared_with_its_own_lines() -> None:
    rows = (*ROWS, "\t1.2.1. remti\t50,00 ES lėšos\tCentras\tBus.\t-\tBuvo.", "Iš viso 1.2 uždaviniui\t\t50,00\t\t\t\t")
    (one,) = compared(read_plan(text(*rows)).plan)
    assert (one.made, one.difference) == (Decimal(50), Decimal(0))
