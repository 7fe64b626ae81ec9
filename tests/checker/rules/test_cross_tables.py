"""The same people divided differently in two tables."""

from __future__ import annotations

from globa.checker.finding import Severity
from globa.checker.rules import cross_tables
from globa.checker.understanding import understand
from globa.documents.document import Table
from tests.checker.tables import document, table

MUNICIPALITIES = table("Iš viso | Mergaitės | Berniukai | Miesto | Rajono\n25 | 9 | 16 | 24 | 1")
HOMES = """
    Vieta | Kalnų | Statybininkų | Uždaryti | Kiti | Globos centras | Saulėnų
    Iš viso (faktas) | 6 | 7 | 0 | 5 | 10 | 7
    mergaitės | 2 | 2 | 0 | 0 | 7 | 3
    berniukai | 4 | 5 | 0 | 5 | 3 | 4
"""


def found(*tables: Table) -> list[tuple[Severity, str, str, str]]:
    said = cross_tables.find(understand(document(*tables)))
    return [(one.severity, one.values["total"], one.values["one"], one.values["other"]) for one in said]


def test_girls_and_boys_of_the_homes_that_make_the_total_are_compared() -> None:
    assert found(MUNICIPALITIES, table(HOMES, number=2)) == [(Severity.SUSPICIOUS, "25", "9 / 16", "7 / 18")]


def test_two_tables_of_one_day_that_print_the_same_total_contradict() -> None:
    day = "Vaikai 2024-01-01"
    one = table("Iš viso | Mergaitės | Berniukai\n25 | 9 | 16", caption=day)
    other = table("Vaikai | Skaičius\nIš viso | 25\nmergaitės | 7\nberniukai | 18", number=2, caption=day)
    assert found(one, other) == [(Severity.CONTRADICTION, "25", "9 / 16", "7 / 18")]


def test_a_sentence_is_compared_with_a_table() -> None:
    said = cross_tables.find(understand(document(MUNICIPALITIES, "Mergaičių liko 7, berniukų – 18.")))
    assert [(one.values["total"], one.values["one"], one.values["other"]) for one in said] == [("25", "9 / 16", "7 / 18")]
    assert list(cross_tables.find(understand(document(MUNICIPALITIES, "Atvyko 2 mergaitės ir 4 berniukai.")))) == []


def test_people_of_two_days_or_of_two_totals_are_others() -> None:
    one = table("Iš viso | Mergaitės | Berniukai\n25 | 9 | 16", caption="2023-01-01")
    assert found(one, table("Iš viso | Mergaitės | Berniukai\n25 | 7 | 18", number=2, caption="2024-01-01")) == []
    assert found(one, table("Iš viso | Mergaitės | Berniukai\n26 | 9 | 17", number=2)) == []


def test_where_several_sets_of_columns_make_the_total_none_is_guessed() -> None:
    other = table("Vieta | A | B | C | D\nIš viso | 10 | 15 | 10 | 5\nmergaitės | 1 | 2 | 3 | 4\nberniukai | 9 | 13 | 7 | 1", number=2)
    assert found(MUNICIPALITIES, other) == []
