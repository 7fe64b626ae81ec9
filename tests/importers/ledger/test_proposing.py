"""What would be booked, what is asked first, and which sums agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

from globa.documents.reading import read
from globa.importers.ledger.accepting import accept, undo
from globa.importers.ledger.proposing import Asked, Proposed, propose
from globa.importers.ledger.reading import ledger_in
from globa.importers.ledger.refusals import Undecided
from globa.planning.closed_periods import close
from globa.planning.execution import execution
from globa.planning.ledger import Entry, FundingSource, book
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place
from tests.importers.ledger.test_reading import LIST, SAMPLES

BUDGET = (SAMPLES / "alytus-budget.xlsx").read_bytes()
END = Asked(date(2023, 12, 31), "cash")
pytestmark = pytest.mark.usefixtures("codes")


def proposed(at: Place, content: bytes = BUDGET, name: str = "budget.xlsx", **answers: str) -> Proposed:
    named = {key.replace("_", "-"): value for key, value in answers.items()}
    return propose(ledger_in(read(content, name=name)), organisation=at.organisation, asked=END, answers=named)


def eu() -> str:
    return str(FundingSource.objects.get(code="eu-project").pk)


def taken(at: Place, made: Proposed, content: bytes = BUDGET):  # type: ignore[no-untyped-def]
    return accept(made, organisation=at.organisation, name="budget.xlsx", content=content, by=at.worker)


def test_a_column_without_a_code_is_asked_once_and_never_guessed(here: Place) -> None:
    made = proposed(here)
    assert [(one.key, one.likely, len(one.cells)) for one in made.doubts if one.is_open] == [("source-1", "EU project", 3)]
    with pytest.raises(Undecided):
        taken(here, made)
    assert not Entry.objects.exists()


def test_the_budget_is_booked_with_its_parts_once_and_agrees_with_the_table(here: Place) -> None:
    made = proposed(here, source_1=eu())
    assert (made.open, made.inside, all(one.agrees for one in made.checks)) == (0, ("Sąmata 2023!D15",), True)
    taken(here, made)
    table = execution(Entry.objects.standing())
    assert (table.total.amount, table.total.cut) == (Decimal("1356326.48"), Decimal("1.35"))
    assert table.total.amount <= Decimal("1356326.61") <= table.total.at_most


def test_a_cut_amount_is_typed_whole_only_where_it_begins_with_its_digits(here: Place) -> None:
    made = proposed(here, source_1=eu(), cut_2="25.824,99", cut_4="27 471,44", cut_1="59 200,00")
    wrong = [one.key for one in made.doubts if one.wrong]
    amounts = {entry.cell: (entry.amount, entry.cut) for entry in made.entries}
    assert (wrong, made.open) == (["cut-1"], 1)
    assert amounts["Sąmata 2023!E5"] == (Decimal("25824.99"), Decimal(0))
    assert amounts["Sąmata 2023!F5"] == (Decimal("166100.00"), Decimal("0.99"))


def test_a_sum_of_the_file_that_does_not_agree_is_told_with_its_cell(here: Place) -> None:
    text = LIST.replace("1 200,50;200,00;", "1 300,50;200,00;")
    made = proposed(here, text.encode(), "list.csv")
    assert [(one.cell, one.difference, one.agrees) for one in made.checks] == [("E4", Decimal("100.00"), False)]


def test_an_unknown_code_is_asked_for_all_its_rows_and_may_be_left_out(here: Place) -> None:
    text = LIST.replace("15101", "99999")
    assert [one.cells for one in proposed(here, text.encode(), "list.csv").doubts] == [["E2", "F3"]]
    made = proposed(here, text.encode(), "list.csv", source_1="out")
    assert (made.open, made.entries) == (0, ())


def test_an_item_with_parts_that_the_file_does_not_divide_is_asked_for(here: Place) -> None:
    made = proposed(here, LIST.replace("22111.06", "22111.20").encode(), "list.csv")
    assert [(one.about, len(one.choices)) for one in made.doubts] == [("item", 5)]


def test_what_stands_in_a_closed_month_is_not_booked(here: Place) -> None:
    close(organisation=here.organisation, period=Period.parse("2023-05"), by=here.worker)
    made = proposed(here, LIST.encode(), "list.csv")
    assert [(one.about, one.text, one.is_open) for one in made.doubts] == [("closed", "2023-05", True)]
    assert len(proposed(here, LIST.encode(), "list.csv", closed_1="out").entries) == 1


def test_a_year_that_is_booked_already_is_not_booked_once_more_unasked(here: Place) -> None:
    book(organisation=here.organisation, entries=[builders.entry(here)], by=here.worker)
    assert [one.text for one in proposed(here, source_1=eu()).doubts if one.is_open] == ["2023, cash"]
    assert len(proposed(here, source_1=eu(), already_1="add").entries) == 36


def test_of_a_list_only_the_same_entries_are_asked_about(here: Place) -> None:
    same = builders.entry(here, "1200.50", item="22111.06", on=date(2023, 5, 31), document="SF-1")
    book(organisation=here.organisation, entries=[same], by=here.worker)
    made = proposed(here, LIST.encode(), "list.csv", already_1="out")
    assert [entry.document for entry in made.entries] == ["SF-2"]


def test_a_file_taken_back_leaves_nothing_that_counts(here: Place) -> None:
    made = taken(here, proposed(here, source_1=eu()))
    assert undo(taken=made, by=here.worker, reason="The wrong year") == 36
    assert execution(Entry.objects.standing()).total.amount == 0


@pytest.mark.parametrize(("answer", "booked"), [("take", 2), ("out", 1), ("", 1)])
def test_a_hidden_row_is_booked_only_when_somebody_says_so(here: Place, answer: str, booked: int) -> None:
    made = proposed(here, hiding(3), **({"hidden_1": answer} if answer else {}))
    (doubt,) = [one for one in made.doubts if one.about == "hidden"]
    assert (doubt.text, doubt.said, doubt.is_open) == ("3", "Row 3 is hidden in the file.", not answer)
    assert len(made.entries) == booked


def hiding(row: int) -> bytes:
    """The list as a workbook of which one row is hidden."""
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Sąrašas")
        for number, line in enumerate(LIST.splitlines()[:3]):
            sheet.write_row(number, 0, line.split(";"))
        sheet.set_row(row - 1, None, None, {"hidden": True})
    return written.getvalue()
