"""Rows that were copied."""

from __future__ import annotations

from globa.checker.rules import copied_rows
from globa.checker.understanding import understand
from globa.documents.document import Table
from tests.checker.plans import plan
from tests.checker.tables import document, table


def found(block: Table) -> list[dict[str, str]]:
    return [one.values for one in copied_rows.find(understand(document(block)))]


def test_two_rows_with_the_same_large_numbers_are_told() -> None:
    (said,) = found(table("Įstaiga | Lėšos | Vaikai | Valandos\nA | 12 345,67 | 41 | 900\nB | 12 345,67 | 41 | 900\nC | 5,00 | 4 | 9"))
    assert (said["one"], said["other"]) == ("A", "B")


def test_small_numbers_are_alike_by_chance() -> None:
    assert found(table("Namai | Mergaitės | Berniukai | Vietos\nA | 2 | 5 | 8\nB | 2 | 5 | 8\nC | 0 | 0 | 0\nD | 0 | 0 | 0")) == []


def test_two_bodies_paid_the_same_by_two_sources_are_told() -> None:
    cell = "93 866,00 (89 513,00 ES lėšos, 4 076,00 valstybės biudžeto lėšos, 277,00 parama); "
    other = "120 457,00 (116 104,00 ES lėšos, 4 076,00 valstybės biudžeto lėšos, 277,00 parama)"
    (said,) = found(plan(f"1.3.1. | - | {cell}{other}"))
    assert said["parts"] == "277 parama; 4\u00a0076 valstybės biudžeto lėšos"


def test_the_same_long_words_with_numbers_in_two_measures_are_told() -> None:
    words = "Suteiktos konsultavimo paslaugos 27 asmenims, iš jų 14 vaikų ir 13 globėjų, iš viso 180 valandų."
    assert len(found(plan(f"1.1.1. | - | - | | {words}", f"1.1.2. | - | - | | {words}", "1.1.3. | - | - | | Nevyko."))) == 1
