"""What results seem to promise, for a person to confirm."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.documents.numbers.comparators import Comparator
from globa.importers.plans.proposals import Proposal, proposals


def _short(text: str) -> list[tuple[str, int, str]]:
    return [(one.comparator.value, int(one.quantity or 0), one.unit) for one in proposals(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paslaugas gaus apie 150 šeimų ir apie 250 vaikų.", [("about", 150, "šeima"), ("about", 250, "vaikas")]),
        ("Bus organizuota ne mažiau nei 50 vaikų.", [("at_least", 50, "vaikas")]),
        ("Konsultuota (20 asmenų, 20 val., 20 kartų).", [("exactly", 20, "asmuo"), ("exactly", 20, "valanda"), ("exactly", 20, "kartas")]),
        ("Preliminari projekto vertė 2 000,00 Eur.", [("exactly", 2000, "EUR")]),
    ],
)
def test_each_number_is_a_quantity_of_something(text: str, found: list[tuple[str, int, str]]) -> None:
    assert _short(text) == found


def test_whom_it_counts_is_told_beside() -> None:
    first, second = proposals("Tiekiamos paslaugos 48 globojamiems vaikams, iš jų 4 budintiems globėjams.")
    assert (first.unit, first.population) == ("vaikas", ("globojamas",))
    assert (second.unit, second.population) == ("globėjas", ("budintis",))


def test_a_range_has_an_end() -> None:
    (one,) = proposals("Bus suteiktos paslaugos 40–50 vaikų.")
    assert (one.quantity, one.until) == (Decimal(40), Decimal(50))


def test_a_sentence_without_a_number_stays_free_text() -> None:
    assert proposals("Bus rengiami dokumentai.") == (Proposal("Bus rengiami dokumentai.", Comparator.EXACTLY),)
