"""Hidden rows and columns of a plan's workbook: read, told of, and left out where a person says so."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
import xlsxwriter

from globa.documents.document import Document, Place
from globa.documents.reading import read
from globa.documents.written import as_json, of
from globa.importers.plans.decided import decided
from globa.importers.plans.decisions import Answer, Choice, Decisions, open_doubts
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.understood import Doubt
from tests.importers.plans.made import HEAD, read_plan

ROWS = (
    "1.1. padėti šeimoms\t1.1.1. globoti vaikus\t100,00 savivaldybės biudžeto lėšos\tCentras\tBus.\t90,00 ES lėšos\tBuvo.",
    "\t1.1.2. ruošti stovyklą\t50,00 savivaldybės biudžeto lėšos\tCentras\tBus.\t40,00 savivaldybės biudžeto lėšos\tBuvo.",
)


def workbook(*, row: int = 0, column: str = "") -> bytes:
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Planas")
        for number, words in enumerate((["1 tikslas. Plėsti paslaugas"], HEAD.split("\t"), *(one.split("\t") for one in ROWS))):
            sheet.write_row(number, 0, words)
        if row:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        if column:
            sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
    return written.getvalue()


def hidden(found: ReadPlan) -> list[tuple[str, str, Doubt]]:
    return [(one.sentence % one.values, one.cell[:12], one.doubt) for one in found.plan.problems if "hidden" in one.sentence]


def test_a_document_tells_what_its_workbook_hides() -> None:
    document = read(workbook(row=4, column="E"), name="plan.xlsx")
    assert document.hidden == (Place(sheet="Planas", column=5), Place(sheet="Planas", row=4))
    assert of(json.loads(as_json(document))).hidden == document.hidden
    assert read(workbook(row=9), name="plan.xlsx").hidden == ()


def test_a_hidden_measure_is_read_and_asked_about() -> None:
    ((said, cell, doubt),) = hidden(read_plan(workbook(row=4)))
    assert said == "Row 4 is hidden in the file: nobody sees it on the screen. Say whether it counts."
    assert (cell, doubt) == ("1.1.2. ruošt", Doubt.HIDDEN)


@pytest.mark.parametrize(("choice", "measures"), [(Choice.AS_READ, ["1.1.1", "1.1.2"]), (Choice.OUT, ["1.1.1"])])
def test_a_hidden_row_counts_or_is_left_out(choice: Choice, measures: list[str]) -> None:
    found = read_plan(workbook(row=4))
    asked = {number: found.plan.problems[number].doubt == Doubt.HIDDEN for number in open_doubts(found.plan, Decisions())}
    made = decided(found, Decisions({str(number): Answer(choice if is_hidden else Choice.AS_READ) for number, is_hidden in asked.items()}))
    assert [one.no for one in made.plan.measures()] == measures
    assert {serial for serial, _at in made.results} == {serial for serial, _no in enumerate(measures, 1)}


def test_a_hidden_column_is_for_a_look() -> None:
    ((said, _cell, doubt),) = hidden(read_plan(workbook(column="E")))
    assert said == "Column E is hidden in the file, and was read like others. Look whether it is right."
    assert doubt == Doubt.LOOK


def test_a_text_hides_nothing() -> None:
    assert Document("txt", ()).hidden == ()
