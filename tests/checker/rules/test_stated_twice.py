"""One figure with two values, and two figures that only look like one."""

from __future__ import annotations

import pytest

from globa.checker.finding import Severity
from globa.checker.rules import stated_twice
from globa.checker.understanding import understand
from globa.documents.document import Table
from tests.checker.plans import plan
from tests.checker.tables import document, table


def found(*blocks: Table | str) -> list[tuple[Severity, str, str]]:
    return [(one.severity, one.values["one"], one.values["other"]) for one in stated_twice.find(understand(document(*blocks)))]


def test_two_sentences_of_one_thing_in_other_cases_are_compared() -> None:
    assert found("Suteikta 418 psichologo konsultacijų.", "Per metus suteikta 401 psichologo konsultacija.") == [
        (Severity.SUSPICIOUS, "418", "401")
    ]


def test_the_same_words_of_the_same_day_contradict_however_the_day_is_written() -> None:
    one = "2023-12-31 bendruomeniniuose vaikų globos namuose gyveno 25 vaikai."
    other = "2023 m. gruodžio 31 d. bendruomeniniuose vaikų globos namuose gyveno 24 vaikai."
    assert found(one, other) == [(Severity.CONTRADICTION, "25", "24")]


def test_a_sentence_is_compared_with_the_line_of_a_table_of_its_year() -> None:
    years = table("Rodiklis | 2022 m. | 2023 m.\nPsichologo konsultacijos | 390 | 418\nKoordinatorių paslaugos | 1700 | 1834")
    assert found(years, "2023 m. suteikta 401 psichologo konsultacija.") == [(Severity.SUSPICIOUS, "401", "418")]


def test_two_tables_that_agree_in_most_lines_are_of_the_same() -> None:
    one = table("Namai | Vaikai | Mergaitės | Berniukai\nKalnų | 6 | 2 | 4\nSaulėnų | 7 | 3 | 4")
    other = table("Namai | Vaikai | Mergaitės | Berniukai\nKalnų | 6 | 2 | 4\nSaulėnų | 8 | 3 | 4", number=2)
    assert found(one, other) == [(Severity.SUSPICIOUS, "7", "8")]
    assert found(one, table("Namai | Vaikai | Mergaitės | Berniukai\nKalnų | 1 | 5 | 9\nSaulėnų | 8 | 6 | 4", number=2)) == []


def test_a_list_that_says_the_same_words_of_many_things_is_no_figure_with_many_values() -> None:
    assert found(*(f"Suteikta {many} psichologo konsultacijų." for many in range(300, 397))) == []


def test_one_that_differs_from_many_equal_ones_is_told_of_each() -> None:
    said = found(*["Suteikta 418 psichologo konsultacijų."] * 6, "Suteikta 401 psichologo konsultacija.")
    assert said == [(Severity.SUSPICIOUS, "418", "401")] * 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Metų pradžioje namuose gyveno 33 vaikai.", "Metų pabaigoje namuose gyveno 25 vaikai."),
        ("2022 m. suteikta 390 psichologo konsultacijų.", "2023 m. suteikta 418 psichologo konsultacijų."),
        ("Individualios konsultacijos – 183 asm.", "Grupinės konsultacijos – 37 asm."),
        ("Stovykloje „Mes galim“ dalyvavo 15 vaikų.", "Stovykloje „Vasaros spalvos“ dalyvavo 20 vaikų."),
        ("Dirba 3 globos koordinatoriai.", "Dirba 2 psichologai."),
        ("Suteikta 418 psichologo konsultacijų.", "Suteikta daugiau kaip 400 psichologo konsultacijų."),
        ("Globota 23 vaikų šeimose.", "Bus globota 25 vaikų šeimose."),
        ("Globota 23 vaikų šeimose.", "Globota vaikų, iš jų 12 vaikų šeimose."),
    ],
)
def test_what_is_of_another_day_name_kind_or_meaning_is_not_compared(one: str, other: str) -> None:
    assert found(one, other) == []


def test_what_was_expected_is_not_what_was_achieved() -> None:
    row = "1.1.1. | - | - | Apmokyta 25 budinčių globotojų šeimos. | Apmokyta 20 budinčių globotojų šeimos."
    assert found(plan(row)) == []
