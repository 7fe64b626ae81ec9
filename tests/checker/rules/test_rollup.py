"""Sums over all measures, recomputed from their lines."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import rollup
from tests.checker.tables import document, table

MEASURES = """
    Uždaviniai | Priemonės | Lėšos eurais | Panaudotos lėšos eurais, finansavimo šaltiniai | Pasiektas rezultatas
    1.1. globoti | 1.1.1. mokyti globėjus | - | 22 284,00 savivaldybės biudžeto lėšos | Išmokyti 8 globėjai.
    | 1.1.2. lydėti | - | 96 689,00 (73 755,00 savivaldybės biudžeto lėšos, 22 934,00 ES fondų lėšos) | Lydėta.
    1.2. remti | 1.2.1. konsultuoti | - | 3 764,00 ES fondų lėšos | Konsultuota 40 asmenų.
    | 1.2.2. stovykla | - | 701,00 savivaldybės biudžeto lėšos | Gauta maisto už 1 500,00 Eur parama.
"""
YEARS = """
    Metai | Iš viso panaudota lėšų Eur | Savivaldybės biudžeto lėšos Eur | ES fondo lėšos Eur
    2022 | 90 000,00 | 80 000,00 | 10 000,00
    2023 | {total} | {municipal} | {eu}
"""


def found(*, total: str, municipal: str, eu: str, said: str = "") -> list[Finding]:
    years = table(YEARS.format(total=total, municipal=municipal, eu=eu), number=2)
    return list(check(document("2023 m. plano ataskaita", table(MEASURES), years, said), rules=[rollup]))


def named(finding: Finding) -> list[list[tuple[str, Decimal]]]:
    return [[(part.text.split()[0], part.amount) for part in parts] for parts in finding.explained_by]


def test_a_table_of_years_that_rolls_up_is_left_alone() -> None:
    assert found(total="123 438,00", municipal="96 740,00", eu="26 698,00") == []


def test_the_line_that_was_left_out_is_named_for_every_source() -> None:
    by_column = {one.values["label"].partition(", ")[2]: one for one in found(total="26 749,00", municipal="22 985,00", eu="3 764,00")}
    assert {one.severity for one in by_column.values()} == {Severity.CONTRADICTION}
    assert by_column["Iš viso panaudota lėšų Eur"].difference == Decimal("-96689.00")
    assert named(by_column["Savivaldybės biudžeto lėšos Eur"]) == [[("1.1.2", Decimal("73755.00"))]]
    assert named(by_column["ES fondo lėšos Eur"]) == [[("1.1.2", Decimal("22934.00"))]]


def test_an_amount_of_running_text_that_was_counted_along_is_named() -> None:
    beside = "Papildomai surengta šventė, 255,00 Eur savivaldybės biudžeto lėšos."
    total, municipal = found(total="123 693,00", municipal="96 995,00", eu="26 698,00", said=beside)
    assert total.difference == municipal.difference == Decimal("255.00")
    assert "šventė" in municipal.explained_by[0][0].text


def test_a_difference_of_the_total_alone_is_found() -> None:
    (one,) = found(total="123 439,00", municipal="96 740,00", eu="26 698,00")
    assert (one.severity, one.difference, one.explained_by) == (Severity.CONTRADICTION, Decimal(1), ())


def test_a_sentence_that_leaves_a_line_out_is_found() -> None:
    said = "Iš viso 2023 m. planui įgyvendinti panaudota 122 737,00 Eur."
    (one,) = found(total="123 438,00", municipal="96 740,00", eu="26 698,00", said=said)
    assert named(one) == [[("1.2.2", Decimal("701.00"))]]


def test_a_total_row_of_the_measure_table_is_recomputed() -> None:
    total = "| Iš viso 1 tikslui | - | 123 038,00 |"
    (one,) = check(document(table(MEASURES + total)), rules=[rollup])
    assert one.difference == Decimal("-400.00")


def test_a_table_that_speaks_of_something_else_is_left_alone() -> None:
    assert found(total="9 123 438,00", municipal="8 496 740,00", eu="626 698,00") == []
