"""The total of a money cell and its sources."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import money_cells
from tests.checker.tables import document, table

HEAD = "Priemonės | Lėšos eurais, finansavimo šaltiniai | Panaudotos lėšos eurais\n1.1.1. kita | - | -\n"


def found(planned: str, used: str = "-") -> list[Finding]:
    return list(check(document(table(f"{HEAD}1.1.2. lydėti | {planned} | {used}")), rules=[money_cells]))


def test_sources_that_make_the_total_are_left_alone() -> None:
    sources = "73 755,00 savivaldybės biudžeto lėšos, 22 934,00 ES fondų lėšos, 14 045,00 globos išmokos, 255,00 kiti šaltiniai, parama"
    assert found(f"110 989,00 ({sources})") == []


def test_sources_that_do_not_make_the_total_are_found_and_explained() -> None:
    (one,) = found("-", "110 989,00 (73 755,00 savivaldybės biudžeto lėšos, 37 234,00 ES fondų lėšos, 255,00 parama)")
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal("-255.00"))
    assert [[part.text for part in parts] for parts in one.explained_by] == [["parama"]]
    assert one.places[0].column == 3


def test_two_lines_of_one_cell_are_two_totals() -> None:
    assert found("39 806,00 (7 900,00 valstybės biudžeto lėšos, 31 906,00 savivaldybės biudžeto lėšos) 100,00 (100,00 ES lėšos)") == []


def test_direct_and_indirect_costs_make_their_amount() -> None:
    cell = "489 151,35 (valstybės biudžeto lėšos, iš jų tiesioginės išlaidos – {direct} ir netiesioginės išlaidos – 112 881,08)"
    assert found(cell.format(direct="376 270,27")) == []
    assert found(cell.format(direct="376 270,00"))[0].difference == Decimal("0.27")


def test_a_misprinted_total_is_not_told_as_a_wrong_sum() -> None:
    assert found("123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 įmokos už suteiktas paslaugas)") == []
