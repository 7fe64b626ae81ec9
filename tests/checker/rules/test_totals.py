"""Totals of tables: what is found, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import totals
from globa.documents.document import Table
from tests.checker.tables import document, table


def found(*tables: Table) -> list[Finding]:
    return list(check(document(*tables), rules=[totals]))


def test_a_column_that_does_not_add_up_is_found_and_explained() -> None:
    (one,) = found(
        table("""
        Paslauga | 2022 m. | 2023 m.
        Konsultacijos | 10 | 20
        Mokymai | 5 | 7
        Stovykla | 1 | 4
        Iš viso | 16 | 27
    """)
    )
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(-4))
    assert [[part.text for part in parts] for parts in one.explained_by] == [["Stovykla"]]
    assert (one.places[0].row, one.places[0].column) == (5, 3)


def test_a_row_that_does_not_add_up_is_found() -> None:
    (one,) = found(
        table("""
        Namai | Mergaitės | Berniukai | Iš viso
        Pirmieji | 2 | 4 | 6
        Antrieji | 2 | 5 | 8
        Tretieji | 3 | 4 | 7
    """)
    )
    assert one.values["printed"] == "8"
    assert one.difference == 1


def test_cut_cells_are_not_wrong() -> None:
    assert (
        found(
            table("""
        Straipsnis | Valstybės | Savivaldybės | Iš viso
        Darbo užmokestis | 59.100,0 | 695.046,41 | 754.146,45
        Transportas | 900,00 | 10.180,41 | 11.080,41
        Iš viso | 60.000,0 | 705.226,82 | 765.226,8
    """)
        )
        == []
    )


def test_rounded_percents_are_not_wrong() -> None:
    assert (
        found(
            table("""
        Amžius | Dalis, %
        0-3 m. | 33,3
        4-6 m. | 33,3
        7-9 m. | 33,3
        Iš viso | 100
    """)
        )
        == []
    )


def test_subtotals_are_not_added_to_their_parts() -> None:
    assert (
        found(
            table("""
        Tikslas | Lėšos
        Pirmas uždavinys | 100,00
        Antras uždavinys | 250,00
        Iš viso 1 tikslui | 350,00
        Trečias uždavinys | 60,00
        Ketvirtas uždavinys | 40,00
        Iš viso 2 tikslui | 100,00
        Iš viso | 450,00
    """)
        )
        == []
    )


def test_parts_of_a_row_are_not_added_with_it() -> None:
    assert (
        found(
            table("""
        Straipsnis | Kodas | Lėšos
        Komunalinės paslaugos | 22111.20 | 19.070,57
        Šildymas | 22111.20 A | 11.858,00
        Elektra | 22111.20 B | 7.212,57
        Transportas | 22111.06 | 100,00
        Iš viso | | 19.170,57
    """)
        )
        == []
    )


def test_a_total_that_is_divided_twice_is_not_wrong() -> None:
    assert (
        found(
            table("""
        Iš viso | Mergaitės | Berniukai | Alytaus m. | Alytaus raj.
        25 | 9 | 16 | 24 | 1
    """)
        )
        == []
    )


def test_a_total_that_is_divided_twice_and_once_wrongly_is_found() -> None:
    (one,) = found(
        table("""
        Iš viso | Mergaitės | Berniukai | Alytaus m. | Alytaus raj.
        25 | 8 | 16 | 24 | 1
    """)
    )
    assert one.difference == 1


def test_persons_counted_once_are_only_suspicious() -> None:
    (one,) = found(
        table("""
        Paslauga | Asmenų skaičius
        Konsultacijos | 10
        Mokymai | 5
        Iš viso asmenų | 12
    """)
    )
    assert one.severity == Severity.SUSPICIOUS


def test_a_price_times_a_quantity_is_no_sum() -> None:
    assert (
        found(
            table("""
        Prekė | Kiekis | Kaina | Iš viso
        Lova | 3 | 150,00 | 450,00
        Stalas | 2 | 80,50 | 161,00
        Kėdė | 8 | 20,00 | 160,00
    """)
        )
        == []
    )


def test_what_is_hidden_may_be_the_rest() -> None:
    assert (
        found(
            table("""
        Savivaldybė | 2022 m. | 2023 m.
        Alytus | 10 | 20
        Lazdijai | n. d. | 7
        Varėna | 5 | 3
        Iš viso | 17 | 30
    """)
        )
        == []
    )


def test_numbers_of_columns_and_codes_under_heads_are_not_added() -> None:
    assert (
        found(
            table("""
        Straipsnis | Valstybės | Savivaldybės | Iš viso
        1 | 2 | 3 | 4
        Projektas | 40 | 30 |
        Transportas | 10,50 | 5,00 | 15,50
        Ryšiai | 1,00 | 2,00 | 3,00
        Iš viso | 11,50 | 7,00 | 18,50
    """)
        )
        == []
    )


def test_the_same_finding_keeps_its_id_when_it_moves() -> None:
    wrong = "Paslauga | Kartai\n A | 1\n B | 2\n C | 3\n Iš viso | 7"
    (one,), (moved,) = found(table(wrong, number=1)), found(table(wrong, number=5))
    assert one.id == moved.id
    assert one.places != moved.places


def contradictions(written: str, *, caption: str = "") -> list[Finding]:
    return [one for one in found(table(written, caption=caption)) if one.severity == Severity.CONTRADICTION]


def test_shares_of_a_plan_are_not_added() -> None:
    assert (
        contradictions("""
        Priemonė | Planuota | Įvykdyta | Įvykdymo proc. | Vidutinė kaina
        Mokymai | 10 | 9 | 90 | 12,50
        Stovyklos | 4 | 4 | 100 | 8,00
        Iš viso | 14 | 13 | 92,9 | 10,20
    """)
        == []
    )


def test_other_totals_in_a_list_of_facts_are_lines_of_their_own() -> None:
    assert (
        contradictions("""
        Rodiklis | 2023 m.
        Vaikų skaičius | 25
        Darbuotojų skaičius | 39
        Iš viso dokumentų | 12
    """)
        == []
    )


def test_a_total_among_columns_of_other_things_is_left_alone() -> None:
    assert (
        contradictions("""
        Iš viso vaikų | Darbuotojai | Namai
        25 | 39 | 5
    """)
        == []
    )


def test_thousands_are_rounded() -> None:
    assert (
        contradictions("""
        Sritis | 2022 m. | 2023 m.
        Globa | 5,2 | 3,3
        Priežiūra | 5,8 | 3,3
        Kita | 5,3 | 3,3
        Iš viso | 16,4 | 10,0
    """)
        == []
    )


def test_a_total_of_a_section_is_of_what_its_name_says() -> None:
    (one,) = found(
        table("""
        Pavadinimas | 2022 m. | 2023 m.
        I. Vaikai | |
        Dienos globa | 10 | 12
        Atokvėpis | 5 | 6
        Iš viso vaikų | 15 | 18
        II. Suaugę | |
        Pagalba į namus | 100 | 110
        Dienos globa | 50 | 55
        Iš viso suaugusių | 150 | 156
        Iš viso | 165 | 183
    """)
    )
    assert (one.values["printed"], one.difference) == ("156", Decimal(-9))
