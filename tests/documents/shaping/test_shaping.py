"""Rows put together again, and rows that must not be."""

from __future__ import annotations

from globa.documents.reading import read
from tests.documents.made import grid_of, lines, word

HEAD = "Uždaviniai|Priemonės|Lėšos|Vykdytojai|Rezultatas"
FIRST = "1.1. globoti vaikus|1.1.1. ieškoti globėjų|100,00 savivaldybės biudžeto lėšos|Globos centras|Bus 5 globėjai, iš jų"
OTHER = "1.2. remti šeimas|1.2.1. mokyti tėvus|200,00 ES fondų lėšos|Šeimos centras|Bus 7 mokymai."


def test_a_row_cut_by_a_page_goes_on_in_the_next_line() -> None:
    grid = grid_of(lines(HEAD, FIRST, "", "||||2 budintys.", OTHER))
    assert [row[4] for row in grid[1:]] == ["Bus 5 globėjai, iš jų 2 budintys.", "Bus 7 mokymai."]


def test_a_new_line_of_a_measure_after_a_page_is_a_row_of_its_own() -> None:
    second = "||300,00 valstybės biudžeto lėšos|Šeimos centras|Bus 9 stovyklos."
    grid = grid_of(lines(HEAD, FIRST + " 2.", "", second, OTHER))
    assert len(grid) == 4
    assert grid[2][:2] == ["<", "<"]


def test_a_row_is_joined_in_the_middle_of_a_page_only_where_a_bracket_is_open() -> None:
    begun = "1.1. globoti|1.1.1. ieškoti|100,00 (60,00 savivaldybės biudžeto lėšos,|Centras|Bus."
    grid = grid_of(lines(HEAD, begun, "||40,00 ES lėšos)||", OTHER))
    assert grid[1][2] == "100,00 (60,00 savivaldybės biudžeto lėšos, 40,00 ES lėšos)"
    assert len(grid) == 3


def test_cells_that_a_conversion_moved_are_put_back_by_what_stands_in_them() -> None:
    moved = "1.1.2. lankyti namus|-|Globos centras|Bus 30 apsilankymų.|"
    grid = grid_of(lines(HEAD, FIRST + " 2.", moved, OTHER))
    assert grid[2] == ["<", "1.1.2. lankyti namus", "-", "Globos centras", "Bus 30 apsilankymų."]


def test_figures_with_empty_cells_between_them_are_never_moved() -> None:
    rows = ["Straipsnis|Valstybės|Savivaldybės|Kita", "Alga|1|2|3", "Maistas|4||", "Ryšiai|||5"]
    assert grid_of(lines(*rows)) == [row.split("|") for row in rows]


def test_figures_below_figures_after_a_page_are_a_row_of_their_own() -> None:
    assert len(grid_of(lines("Metai|Vaikai|Suma", "2022|5|6", "", "|7|8"))) == 3


def test_a_head_repeated_on_the_next_page_is_dropped() -> None:
    grid = grid_of(lines(HEAD, FIRST + " 2.", "", HEAD, OTHER))
    assert [row[1][:6] for row in grid] == ["Priemo", "1.1.1.", "1.2.1."]


def test_a_head_in_other_words_after_a_page_begins_another_table() -> None:
    document = read(lines(HEAD, FIRST + " 2.", "", HEAD.replace("Lėšos", "Lėšos eurais"), OTHER))
    assert len(document.tables) == 2


def test_text_between_two_tables_parts_them() -> None:
    rows = [["Metai", "Vaikai"], ["2022", "5"]]
    assert len(read(word(rows, "Toliau kiti.", rows)).tables) == 2


def test_two_equal_heads_below_a_total_are_two_tables() -> None:
    rows = [["Metai", "Vaikai"], ["2022", "5"], ["Iš viso", "5"]]
    assert len(read(word(rows, "", rows)).tables) == 2


def test_lines_over_the_whole_width_name_the_table() -> None:
    document = read(lines("1 tikslas, įrašytas plano I dalyje||||", "Globoti vaikus||||", HEAD, OTHER))
    assert document.tables[0].caption == "1 tikslas, įrašytas plano I dalyje\nGloboti vaikus"
    assert document.tables[0].rows[0].texts[0] == "Uždaviniai"


def test_a_row_that_counts_the_columns_is_a_head_too() -> None:
    table = read(lines("Namai|Vaikai|Suma", "1|2|3", "Pirmi|5|7")).tables[0]
    assert [row.texts[0] for row in table.head] == ["Namai", "1"]


def test_a_table_without_a_head_has_none() -> None:
    table = read(lines("Mergaitės|9", "Berniukai|16")).tables[0]
    assert table.head == ()
    assert len(table.body) == 2
