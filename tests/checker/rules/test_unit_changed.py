"""Results counted in another unit than planned."""

from __future__ import annotations

import pytest

from globa.checker.rules import unit_changed
from globa.checker.understanding import understand
from tests.checker.plans import plan
from tests.checker.tables import document


def found(expected: str, achieved: str) -> list[dict[str, str]]:
    read = understand(document(plan(f"1.1.1. | - | - | {expected} | {achieved}")))
    return [one.values for one in unit_changed.find(read)]


def test_a_result_without_any_unit_of_its_plan_is_told() -> None:
    (said,) = found("Paramą gaus apie 150 šeimų.", "Išdalinta 2954 kg, surengtos 34 akcijos.")
    assert (said["expected"], said["achieved"]) == ("šeima", "kg, akcija")


def test_one_of_several_results_in_another_unit_is_told() -> None:
    (said,) = found(
        "Bus suteikta parama gimus vaikui apie 80 šeimų bei parama mokymuisi apie 180 pirmokų.",
        "Parama išmokėta gimus vaikui už 70 vaikų bei parama mokymuisi 177 pirmokams.",
    )
    assert said["done"].startswith("Parama išmokėta gimus vaikui už 70 vaikų")


@pytest.mark.parametrize(
    ("expected", "achieved"),
    [
        ("Paslaugas gaus apie 150 šeimų ir apie 250 vaikų.", "Paslaugas gavo 147 šeimos ir 238 vaikai."),
        ("Paslaugas gaus 6 vaikai.", "Paslaugas gavo 5 asmenys."),
        ("Paslaugas gaus ne mažiau nei 8 asmenys / šeimos.", "Paslaugas gavo 5 šeimos."),
        ("Bus rengiami dokumentai.", "Suteikta 15 konsultacijų."),
        ("Darbuotojai (3 etatai) paslaugas teiks 10 šeimų.", "Vienas (1 etatas) darbuotojas paslaugas teikė 7 šeimoms."),
        ("Paslaugas gaus 20 vaikų.", "Paslaugas per 12 mėnesių gavo 28 vaikai (5–17 metų) už 300 Eur."),
    ],
)
def test_the_same_unit_in_other_words_and_what_is_no_unit_are_left_alone(expected: str, achieved: str) -> None:
    assert found(expected, achieved) == []
