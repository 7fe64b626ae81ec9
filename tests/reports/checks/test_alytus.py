"""
The printed report of Alytus 2023 says seven things that cannot be true.

Its numbers are typed here in sentences of our own and in a plan table; each contradiction is found, once.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from globa.reports.checks import Finding, check
from globa.reports.document import Document
from tests.reports.checks.documents import document, row, table, text, true_values, typed_cell

NEW_FAMILIES = "foster-centre.prepared-guardian-families"
PLACED = "foster-centre.children-with-on-duty-carers"
CARERS = "foster-centre.on-duty-carers"

TYPED = (
    text("2024 m. sausio 1 d. įstaigoje iš viso gyveno 43 vaikai, galimas didžiausias vaikų skaičius – 46.", "occupancy"),
    text("Metų pabaigoje bendruomeniniuose namuose gyveno 9 mergaitės ir 16 berniukų.", "homes"),
    text("Parengtos 3 naujos globėjų šeimos. Paslaugas teikė 6 budintys globotojai, pas juos laikinai prižiūrėti 23 vaikai.", "centre"),
    text("Socialinį darbą dirbančio personalo – 36,25 etato, administracijos ir ūkio – 3 etatai.", "staff"),
    table(
        row("Naujos globėjų šeimos", "ne mažiau kaip 4", typed_cell("Parengtos 4 globėjų šeimos.", "plan/1", NEW_FAMILIES)),
        row("Vaikai pas budinčius globotojus", "ne mažiau kaip 10", typed_cell("15", "plan/2", PLACED)),
        row("Budintys globotojai", "", typed_cell("Paslaugas teikia 5 budinčių globotojų šeimos", "plan/3", CARERS)),
        columns=("Planned", "Result"),
    ),
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def contradictions(of: Document) -> list[Finding]:
    return [one for one in check(of) if one.severity == "contradiction"]


def test_the_seven_contradictions_are_found_and_no_other() -> None:
    found = {(one.stated, one.true) for one in contradictions(document(*TYPED, values=true_values()))}
    assert found == {
        ("43", "35"),
        ("46", "41"),
        ("9 / 16", "7 / 18"),
        ("4", "3"),
        ("5", "6"),
        ("15", "23"),
        ("36,25 / 3", "34.25 / 5"),
    }


def test_each_names_where_it_stands_and_what_else_is_said_there() -> None:
    (families,) = [one for one in contradictions(document(*TYPED, values=true_values())) if one.stated == "4"]
    assert [place.block for place in families.places] == ["plan/1", "centre"]
    assert families.places[1].label == "1, sentence 1"
    assert families.message == ("“Newly prepared guardian families”: typed 4, the records make 3. Elsewhere it says 3.")


def test_a_reason_given_sticks_while_its_numbers_stay() -> None:
    before, after = (
        [one.key for one in contradictions(document(text(source), values=true_values()))]
        for source in ("Iš viso sausio 1 d. gyveno 43 vaikai.", "Kaip ir kasmet. Iš viso 2024 m. sausio 1 d. įstaigoje gyveno 43 vaikai.")
    )
    assert before == after == ["two-values:occupancy.children=43"]


def test_another_number_is_another_finding() -> None:
    (found,) = contradictions(document(text("Iš viso sausio 1 d. gyveno 42 vaikai."), values=true_values()))
    assert found.key == "two-values:occupancy.children=42"


@pytest.mark.parametrize(
    "source",
    [
        "2024 m. sausio 1 d. įstaigoje iš viso gyveno 35 vaikai, galimas didžiausias vaikų skaičius – 41.",
        "Globos koordinatoriai suteikė virš 1800 paslaugų, atestuoti asmenys – daugiau kaip 600.",
        "Mokymuose dalyvavo ne mažiau kaip 50 proc. socialinio darbo darbuotojų.",
        "Planuota parengti ne mažiau kaip 4 naujas globėjų šeimas.",
        "Per metus panaudota 1 356 326,6 Eur.",
        "Per metus panaudota apie 1,36 mln. Eur.",
    ],
)
def test_what_is_true_or_vague_but_true_is_no_contradiction(source: str) -> None:
    assert contradictions(document(text(source), values=true_values())) == []


def test_living_numbers_contradict_nothing() -> None:
    source = "Gyveno {occupancy.children} vaikai iš {occupancy.places}: {homes.girls} ir {homes.boys}, etatų – {staff.social-work-posts}."
    assert contradictions(document(text(source), values=true_values())) == []
