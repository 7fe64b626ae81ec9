"""
Every figure that the published budget of 2023 prints, beside what its cells make once they are booked.

Printed cells are cut on the right: 59.100,0 hides a digit. Each printed sum has to lie within what the booked cells may be; three cannot
be told to the cent, the wages in all, the project of the Union in all, and everything.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.documents.reading import read
from globa.importers.ledger.accepting import accept
from globa.importers.ledger.proposing import Proposed, propose
from globa.importers.ledger.reading import ledger_in
from globa.planning.execution import Cell, Execution, execution
from globa.planning.ledger import Entry
from tests.builders import Place
from tests.importers.ledger.test_proposing import BUDGET, END, eu, proposed

pytestmark = pytest.mark.usefixtures("codes")
ITEMS = {
    "211111": "973542.84", "212111": "14369.61", "22111.01": "63677.19", "22111.02": "4891.09", "22111.05": "2623.98",
    "22111.06": "11548.81", "22111.07": "13305.13", "22111.11": "1008.00", "22111.15": "9344.67", "22111.16": "4243.00",
    "22111.20": "19070.57", "22111.21": "6673.85", "22111.22": "492.47", "22111.30": "187245.77", "273111": "44289.63",
}  # fmt: skip
PARTS = {"22111.20 A": "11858.00", "22111.20 B": "3632.91", "22111.20 C": "2980.08", "22111.20 D": "599.58"}
SOURCES = {
    "14402": "60400.0", "15101": "913106.64", "14731": "26224.9", "1591": "168600.", "163": "44357.62", "41": "114276.86",
    "eu-project": "29360.5",
}  # fmt: skip
TO_THE_CENT = set(ITEMS) - {"211111", "212111"}
TOTAL = Decimal("1356326.61")


@pytest.fixture
def made(here: Place) -> Proposed:
    return proposed(here, source_1=eu())


@pytest.fixture
def table(here: Place, made: Proposed) -> Execution:
    accept(made, organisation=here.organisation, name="budget.xlsx", content=BUDGET, by=here.worker)
    return execution(Entry.objects.standing())


def within(printed: str, cell: Cell) -> bool:
    """A printed sum that is cut itself is at most so much larger as the digits that it hides."""
    digits = len(printed.partition(".")[2])
    most = Decimal(printed if not printed.endswith(".") else printed[:-1]) + (Decimal(10) ** -digits - Decimal("0.01") if digits < 2 else 0)
    return cell.amount <= most and Decimal(printed.rstrip(".")) <= cell.at_most


def test_every_item_agrees_and_all_but_wages_and_insurance_to_the_cent(table: Execution) -> None:
    lines = {line.item.code: line.total for line in table.lines if line.item}
    assert {code for code, printed in ITEMS.items() if not within(printed, lines[code])} == set()
    assert {code for code, printed in ITEMS.items() if lines[code] == Cell(Decimal(printed), lines[code].entries)} == TO_THE_CENT


def test_the_parts_of_utilities_are_inside_their_whole(table: Execution) -> None:
    utilities = next(line for line in table.lines if line.parts)
    assert {part.item.code: part.total.amount for part in utilities.parts if part.item} == {
        code: Decimal(printed) for code, printed in PARTS.items()
    }
    twice = table.total.amount + utilities.total.amount
    assert (utilities.total.amount, table.total.at_most < Decimal("1375397.18") <= twice + table.total.cut) == (Decimal("19070.57"), True)


def test_every_source_agrees_with_its_printed_sum(table: Execution) -> None:
    booked = {source.code: table.below.of(source) for source in table.sources}
    assert {code for code, printed in SOURCES.items() if not within(printed, booked[code])} == set()
    exact = {code for code, cell in booked.items() if not cell.cut}
    assert exact == {"15101", "163", "41", "14402"} - {"14402"}


def test_the_total_lies_within_what_the_cut_cells_hide(table: Execution) -> None:
    assert (table.total.amount, table.total.cut) == (Decimal("1356326.48"), Decimal("1.35"))
    assert table.total.amount <= TOTAL <= table.total.at_most
    assert sum(Decimal(printed) for printed in ITEMS.values()) == TOTAL
    assert within("1356326.6", table.total)


def test_with_the_hidden_digits_typed_the_total_is_the_published_one_to_the_cent(here: Place, made: Proposed) -> None:
    """One of the six ways in which they fit: 14731 wages 25 824,94, the project's 27 471,49 and 389,20, and the rest of it."""
    whole = {"59.100,0": "59100,00", "25.824,9": "25824,94", "166.100,": "166100,00", "27.471,4": "27471,49", "389,2": "389,20"}
    typed = {one.key: whole[one.text] for one in made.doubts if one.about == "cut"}
    content = ledger_in(read(BUDGET, name="budget.xlsx"))
    entries = propose(content, organisation=here.organisation, asked=END, answers=typed | {"source-1": eu()}).entries
    assert (sum(entry.amount for entry in entries), sum(entry.cut for entry in entries)) == (Decimal("1356326.61"), Decimal(0))


def test_wages_are_seventy_two_percent(table: Execution) -> None:
    wages = next(line.total for line in table.lines if line.item and line.item.code == "211111")
    assert round(wages.amount * 100 / table.total.amount) == 72


def test_what_the_file_says_of_its_sums_agrees_with_its_cells(made: Proposed) -> None:
    assert (len(made.checks), [one.cell for one in made.checks if not one.agrees]) == (28, [])
