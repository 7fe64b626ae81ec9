"""One report as six files: whatever cut, merged or shifted its rows, its tables are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from globa.documents.document import Document
from globa.documents.reading import read

SAMPLES = Path(__file__).with_name("samples")
FORMS = ["-split.docx", ".xlsx", ".odt", ".pdf", ".txt"]


@pytest.fixture(scope="module")
def whole() -> Document:
    return read(SAMPLES / "visaginas-goals-1-2.docx")


def _squeezed(document: Document) -> list[object]:
    """Lines of a list and of bodies are parted by line ends in one format, by commas or dashes in another."""
    bare = str.maketrans("", "", " \n\u00a0,;–")
    return [
        (table.caption.translate(bare), [[text.translate(bare) for text in row.texts] for row in table.rows]) for table in document.tables
    ]


@pytest.mark.parametrize("form", FORMS)
def test_all_formats_of_one_report_give_the_same_tables(whole: Document, form: str) -> None:
    assert _squeezed(read(SAMPLES / f"visaginas-goals-1-2{form}")) == _squeezed(whole)


def test_the_whole_report_has_a_table_for_each_goal(whole: Document) -> None:
    assert [(len(table.head), len(table.body)) for table in whole.tables] == [(1, 16), (1, 7)]
    assert whole.tables[0].caption.startswith("1 tikslas, įrašytas Socialinių paslaugų plano I dalyje\nPlėsti ir stiprinti")


def test_a_joined_cell_tells_on_which_pages_its_pieces_stand() -> None:
    table = read(SAMPLES / "visaginas-goals-1-2.pdf").tables[0]
    achieved = table.body[0].cells[6]
    assert (achieved.place.page, achieved.place.row) == (1, 4)
    assert [(place.page, place.row) for place in achieved.also] == [(2, 4)]


def test_a_shifted_cell_keeps_the_column_where_it_stands_in_the_file() -> None:
    table = read(SAMPLES / "visaginas-goals-1-2.txt").tables[0]
    planned = table.body[4].cells[2]
    assert (planned.text, planned.place.row, planned.place.column) == ("-", 13, 2)


@pytest.mark.parametrize("form", [".docx", ".xlsx", ".txt"])
def test_the_tables_of_children_are_the_same_in_three_formats(form: str) -> None:
    tables = read(SAMPLES / f"alytus-section-2{form}").tables
    assert [(len(table.head), len(table.body)) for table in tables] == [(1, 10), (1, 1), (1, 4)]
    assert tables[1].body[0].texts == ("25", "9", "16", "23", "1", "1")


def test_a_budget_cut_by_a_page_is_one_table_with_two_rows_of_heads() -> None:
    text, book = (read(SAMPLES / f"alytus-budget{form}").tables for form in (".txt", ".xlsx"))
    assert len(text) == len(book) == 1
    assert [row.texts for row in text[0].head] == [row.texts for row in book[0].head]
    assert [row.texts[0] for row in text[0].body][2:] == [row.texts[0] for row in book[0].body][2:]


def test_a_figure_that_a_narrow_cell_cut_stays_cut_and_a_whole_one_is_written_whole() -> None:
    wages = read(SAMPLES / "alytus-budget.xlsx").tables[0].body[2]
    assert wages.texts[:5] == ("Darbo užmokestis", "211111", "59.100,0", "695046,41", "25.824,9")
