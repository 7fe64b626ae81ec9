"""Money to the cent, and whether a target was met."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.journal.operations import Operation
from globa.journal.refusals import Untrue
from globa.planning.directions import Direction
from globa.planning.ledger import Entry, book
from tests import builders
from tests.architecture.catalogue import asked
from tests.builders import Place


def test_entries_are_booked_all_or_none(here: Place) -> None:
    with pytest.raises(Untrue):
        book(organisation=here.organisation, entries=[builders.entry(here), builders.entry(here, "0")], by=here.worker)
    assert not Entry.objects.exists()


def test_the_parts_of_utilities_add_up_to_the_cent_and_are_never_added_twice(here: Place) -> None:
    parts = {"A": "11858.00", "B": "3632.91", "C": "2980.08", "D": "599.58"}
    entries = [builders.entry(here, amount, item=f"22111.20 {part}") for part, amount in parts.items()]
    book(organisation=here.organisation, entries=entries, by=here.worker)
    assert asked("SELECT sum(amount) FROM facts.money WHERE main_item = '22111.20'") == [(Decimal("19070.57"),)]
    assert Operation.objects.filter(verb="planning.book").count() == 1


@pytest.mark.parametrize(
    ("comparator", "result", "met"),
    [
        ("exactly", "4", True), ("exactly", "5", False),
        ("at_least", "4", True), ("at_least", "3", False),
        ("at_most", "4", True), ("at_most", "5", False),
        ("about", "4.4", True), ("about", "3.6", True), ("about", "4.5", False),
    ],
)  # fmt: skip
def test_a_target_is_met_as_it_is_meant(comparator: str, result: str, met: bool) -> None:
    assert Direction(comparator=comparator, target=Decimal(4)).met_by(Decimal(result)) is met


def test_without_a_target_or_a_result_nothing_is_said() -> None:
    assert Direction().met_by(Decimal(4)) is None
    assert Direction(comparator="at_least", target=Decimal(4)).met_by(None) is None
