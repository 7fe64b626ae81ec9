"""What there was, came and left, in sentences."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding
from globa.checker.rules import flows_in_text
from tests.checker.tables import document

SAID = (
    "2023 m. pradžioje 5 namuose gyveno 33 vaikai. Per metus atvyko {came} vaikai (visi iš tėvų), "
    "išvyko 14 vaikų (2 grįžo pas tėvus, 5 sulaukė pilnametystės, 7 išvyko kitur). Metų pabaigoje gyveno 25 vaikai."
)


def found(said: str) -> list[Finding]:
    return list(check(document(said), rules=[flows_in_text]))


def test_an_equation_that_holds_is_left_alone() -> None:
    assert found(SAID.format(came=6)) == []


def test_a_broken_equation_is_found() -> None:
    (one,) = found(SAID.format(came=8))
    assert one.difference == Decimal(-2)


def test_a_second_beginning_leaves_it_open() -> None:
    assert found("Metų pradžioje gyveno 33 vaikai, dirbo 44 darbuotojai metų pradžioje. Atvyko 6. Metų pabaigoje 25 vaikai.") == []


def test_workers_do_not_come_to_children() -> None:
    assert found("Metų pradžioje gyveno 33 vaikai, metų pabaigoje – 25 vaikai, naujai priimti 6 darbuotojai.") == []


def test_those_who_came_and_left_are_listed() -> None:
    said = (
        "Metų pradžioje gyveno 33 vaikai 5 namuose, metų pabaigoje – 25 vaikai. Atvyko: iš globėjų – 0, iš tėvų – {came}. "
        "Išvyko: grįžo pas tėvus – 2, sulaukė pilnametystės – 5, į kitą įstaigą – 1, nuolatinė globa užsienyje – 6."
    )
    assert found(said.format(came=6)) == []
    assert found(said.format(came=7))[0].difference == Decimal(-1)
