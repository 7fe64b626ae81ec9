"""The document is drawn as it was read, each named place marked once; a long one in parts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from globa.checker.finding import Finding, Severity
from globa.documents.document import Block, Cell, Document, Paragraph, Place, Row, Table
from globa.web.checking.original import MOST_SQUARES, Original, spot
from tests.importers.checked_documents.made import DOCUMENT, TOTAL, TWICE, cell


def at(*places: Place) -> Finding:
    return Finding("one", "total", Severity.FORM, places, "", {}, confidence=Decimal(1))


def grid(*lines: str, covered: tuple[tuple[int, int], ...] = ()) -> Table:
    """Letters are cells; of those in `covered` another cell takes the place."""
    return Table(
        tuple(
            Row(tuple(Cell(text, cell(row, column), (row, column) in covered) for column, text in enumerate(line, 1)))
            for row, line in enumerate(lines, 1)
        ),
        Place(table=1),
    )


def sizes(table: Table) -> list[list[tuple[str, int, int]]]:
    drawn = Original(Document("docx", (table,)), ()).parts[0][0]
    return [[(square.text, square.columns, square.rows) for square in row] for row in drawn.body]


def test_a_place_is_marked_by_every_finding_that_names_it() -> None:
    original = Original(DOCUMENT, (TOTAL, TWICE))
    squares = [square for row in original.parts[0][2].body for square in row if square.marks]
    assert [(square.text, [mark.number for mark in square.marks], square.tone) for square in squares] == [
        ("1 600,00", [1, 2], "contradiction")
    ]
    assert set(original.spots) == {spot(place) for place in (*TOTAL.places, *TWICE.places)}


def test_a_whole_row_is_marked_at_its_first_cell() -> None:
    original = Original(DOCUMENT, (at(Place(table=1, row=3)),))
    assert [square.text for row in original.parts[0][2].body for square in row if square.marks] == ["Pagalba namuose"]


def test_a_row_that_was_joined_is_found_by_either_of_its_pieces() -> None:
    here, there = Place(page=1, table=1, row=9, column=1), Place(page=2, table=2, row=1, column=1)
    joined = Table((Row((Cell("12 000,00", here, also=(there,)),)),), Place())
    original = Original(Document("pdf", (joined,)), (at(there),))
    assert list(original.spots.values()) == [(0, "p-1")]


def test_a_merged_cell_takes_the_squares_that_it_covers() -> None:
    assert sizes(grid("aab", "cdb", covered=((1, 2), (2, 3)))) == [[("a", 2, 1), ("b", 1, 2)], [("c", 1, 1), ("d", 1, 1)]]
    assert sizes(grid("aa", "aa", covered=((1, 2), (2, 1), (2, 2)))) == [[("a", 2, 2)], []]


def test_a_long_table_goes_on_in_the_next_part_under_its_head() -> None:
    rows = tuple(Row((Cell(str(row), cell(row, 1)), Cell("1", cell(row, 2))), is_head=row == 1) for row in range(1, MOST_SQUARES + 3))
    last = cell(MOST_SQUARES + 2, 2)
    original = Original(Document("xlsx", (Table(rows, Place(table=1)),)), (at(last),))
    assert [(len(part[0].head), part[0].goes_on) for part in original.parts] == [(1, False), (1, True), (1, True)]
    assert original.spots[last][0] == 2


def test_no_block_is_lost_between_the_parts() -> None:
    blocks: tuple[Block, ...] = tuple(Paragraph("x" * 80, Place(paragraph=number)) for number in range(4000))
    original = Original(Document("pdf", blocks), ())
    assert sum(len(part) for part in original.parts) == 4000
    assert Original(replace(DOCUMENT, blocks=()), ()).parts == []


def test_a_caption_that_stands_above_the_table_already_is_not_drawn_twice() -> None:
    above, table = Paragraph("1 lentelė. Lėšos", Place(paragraph=1)), DOCUMENT.tables[0]
    drawn = [Original(Document("docx", blocks), ()).parts[0][-1] for blocks in ((above, table), (table,))]
    assert [(one.square.text, one.label) for one in drawn] == [("", "1 lentelė. Lėšos"), ("1 lentelė. Lėšos", "1 lentelė. Lėšos")]
