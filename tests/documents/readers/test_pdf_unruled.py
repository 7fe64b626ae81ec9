"""Tables of a PDF that no lines rule: ours are such, and those of most programs that print reports."""

from __future__ import annotations

from globa.documents.document import Paragraph, Table
from globa.documents.reading import read
from tests.documents.made import grid_of, pdf

ROWS = "[Namai], [Vaikai], [Suma], [Pirmi], [5], [100,00], [Antri namai], [7], [200,00], [Iš viso], [12], [300,00]"


def _table(rows: str, **more: str) -> str:
    return f"#table(columns: {more.get('columns', '3')}, stroke: {more.get('stroke', 'none')}, {rows})"


def test_words_far_apart_below_each_other_are_a_table() -> None:
    assert grid_of(pdf(_table(ROWS))) == [
        ["Namai", "Vaikai", "Suma"],
        ["Pirmi", "5", "100,00"],
        ["Antri namai", "7", "200,00"],
        ["Iš viso", "12", "300,00"],
    ]


def test_rules_between_rows_only_are_as_good() -> None:
    assert len(grid_of(pdf(_table(ROWS, stroke="(x: none, y: 0.5pt)")))) == 4


def test_an_empty_cell_keeps_its_column() -> None:
    assert grid_of(pdf(_table(ROWS.replace("[7]", "[]"))))[2] == ["Antri namai", "", "200,00"]


def test_a_label_of_two_lines_is_one_row() -> None:
    rows = ROWS.replace("[Antri namai]", "[Antri labai\\ ilgi namai]")
    assert grid_of(pdf(_table(rows)))[2] == ["Antri labai ilgi namai", "7", "200,00"]


def test_a_code_below_its_label_belongs_to_it() -> None:
    rows = "[Straipsnis], [Suma], [Alga\\ 211111], [5,00], [Maistas\\ 22111.01], [6,00], [Ryšiai\\ 22111.05], [7,00]"
    assert [row[0] for row in grid_of(pdf(_table(rows, columns="2")))[1:]] == ["Alga 211111", "Maistas 22111.01", "Ryšiai 22111.05"]


def test_two_tables_with_a_line_between_are_two() -> None:
    document = read(pdf(f"{_table(ROWS)}\n\nKita lentelė\n\n{_table(ROWS)}"))
    assert [table.caption for table in document.tables] == ["", "Kita lentelė"]
    assert [table.place.table for table in document.tables] == [1, 2]


def test_a_page_of_words_in_two_columns_is_no_table() -> None:
    words = " ".join(["vaikas gyvena šeimoje ir lanko mokyklą"] * 30)
    document = read(pdf(f"#columns(2)[{words}]"))
    assert not [block for block in document.blocks if isinstance(block, Table)]


def test_paragraphs_of_a_page_are_counted_through_its_tables() -> None:
    document = read(pdf(f"Pirma.\n\n{_table(ROWS)}\n\nAntra pastraipa po lentelės, kuri yra ilgesnė už visą lentelę ir jos stulpelius."))
    assert [block.place.paragraph for block in document.blocks if isinstance(block, Paragraph)] == [1, 2]
