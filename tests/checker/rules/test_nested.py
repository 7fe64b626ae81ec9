"""Parts against their whole."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import nested
from globa.checker.understanding import understand
from globa.documents.document import Table
from tests.checker.tables import document, table

UTILITIES = """
    Straipsnis | Kodas | Savivaldybės | Iš viso
    Komunalinės paslaugos | 22111.20 | {whole} | 19.070,57
    Šildymas | 22111.20 A | 11.858,00 | 11.858,00
    Elektra | 22111.20 B | 3.632,91 | 3.632,91
    Vanduo | 22111.20 C | 2.980,08 | 2.980,08
    Šiukšlės | 22111.20 D | 599,58 | 599,58
"""


def found(*tables: Table) -> list[Finding]:
    return list(check(document(*tables), rules=[nested]))


def test_a_code_behind_a_label_makes_it_a_part() -> None:
    written = "Komunalinės (22111.20) | 19,00\nŠildymas (22111.20 A) | 12,00\nVanduo (22111.20 B) | 7,00\nKitos (22111.30) | 1,00"
    read = understand(document(table(f"Straipsnis | Iš viso\n{written}")))
    assert [row.parent for row in read.grids[0].rows] == [None, 0, 0, None]


def test_parts_by_code_that_make_their_whole_are_left_alone() -> None:
    assert found(table(UTILITIES.format(whole="19.070,57"))) == []


def test_parts_by_code_that_do_not_make_their_whole_are_found() -> None:
    (one,) = found(table(UTILITIES.format(whole="15.437,66")))
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal("-3632.91"))
    assert [[part.text for part in parts] for parts in one.explained_by] == [["Elektra 22111.20 B"]]


def test_a_part_larger_than_its_whole_is_found() -> None:
    (one,) = found(
        table("""
        Rodiklis | Vaikai
        Gavo paslaugas | 20
        iš jų su negalia | 23
    """)
    )
    assert (one.rule, one.severity, one.difference) == ("larger-part", Severity.CONTRADICTION, Decimal(3))


def test_some_of_the_whole_is_no_contradiction() -> None:
    assert (
        found(
            table("""
        Rodiklis | Vaikai
        Gavo paslaugas | 20
        iš jų su negalia | 13
        iš jų mergaitės | 4
    """)
        )
        == []
    )


def test_girls_and_boys_make_the_whole() -> None:
    (one,) = found(
        table("""
        Rodiklis | Vaikai
        Gavo paslaugas | 20
        iš jų mergaitės | 9
        iš jų berniukai | 10
    """)
    )
    assert (one.rule, one.severity, one.difference) == ("nested", Severity.CONTRADICTION, Decimal(1))


def test_of_which_in_columns_is_understood() -> None:
    (one,) = found(
        table("""
        Paslauga | Iš viso | iš jų su negalia
        Dienos globa | 19 | 13
        Atokvėpis | 3 | 5
    """)
    )
    assert one.values["part"] == "iš jų su negalia"


def test_lines_of_a_numbered_list_may_be_of_other_things() -> None:
    assert [
        one.severity
        for one in found(
            table("""
        Eil. Nr. | Rodiklis | 2023 m.
        1. | Gyventojų skaičius | 25
        1.1. | Darbuotojų skaičius | 39
        1.2. | Savanorių skaičius | 3
    """)
        )
    ] == [Severity.SUSPICIOUS]
