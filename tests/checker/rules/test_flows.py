"""What there was, came and left makes what there is."""

from __future__ import annotations

from decimal import Decimal

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import flows
from tests.checker.tables import document, table

CHILDREN = """
    Rodiklis | Vaikai
    Vaikų skaičius metų pradžioje | 33
    Atvyko iš tėvų | 6
    Grįžo pas tėvus | 2
    Išvyko sulaukę pilnametystės | 5
    Išvyko į kitą įstaigą | 1
    Išvyko pas globėjus | {left}
    Vaikų skaičius metų pabaigoje | 25
"""


def found(written: str) -> list[Finding]:
    return list(check(document(table(written)), rules=[flows]))


def test_an_equation_that_holds_is_left_alone() -> None:
    assert found(CHILDREN.format(left=6)) == []


def test_a_broken_equation_is_found() -> None:
    (one,) = found(CHILDREN.format(left=4))
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(-2))


def test_columns_are_read_like_rows() -> None:
    (one,) = found("""
        Namai | Metų pradžioje | Atvyko | Išvyko | Metų pabaigoje
        Pirmieji | 8 | 1 | 3 | 6
        Antrieji | 7 | 2 | 2 | 9
    """)
    assert one.values["printed"] == "9"


def test_a_total_of_those_who_left_counts_once() -> None:
    assert (
        found("""
        Rodiklis | Vaikai
        Metų pradžioje | 33
        Atvyko | 6
        Iš viso išvyko | 14
        iš jų grįžo pas tėvus | 2
        Metų pabaigoje | 25
    """)
        == []
    )
