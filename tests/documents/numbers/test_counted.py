"""What a number of a sentence or of a cell counts."""

from __future__ import annotations

import pytest

from globa.documents.document import Place
from globa.documents.numbers.comparators import Comparator
from globa.documents.numbers.counted import Counted, in_cell, in_sentence

HERE = Place(paragraph=1, sentence=1)


def one(text: str) -> Counted:
    (found,) = in_sentence(text, HERE)
    return found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Suteikta 401 psichologo konsultacija.", "konsultacija"),
        ("Tiekiamos paslaugos 48 globojamiems vaikams.", "vaikas"),
        ("Savitarpio pagalbos grupės – 25 asm.", "asmuo"),
        ("Prižiūrėta 3 vaikų dienos centruose.", "centras"),
        ("Sudarytos 4 tarpusavio bendradarbiavimo sutartys su globotojais.", "sutartis"),
        ("Iškabinta 10 vnt. plakatų.", "plakatas"),
        ("Parengtos 4 naujos globėjų šeimos.", "šeima"),
        ("Suteiktos 894 konsultacijų globojamiems vaikams.", "konsultacija"),
        ("Mergaičių – 9.", "mergaitė"),
        ("Organizuota 13 kartų.", "kartas"),
        ("Panaudota 9 014,44 Eur.", "EUR"),
        ("Apmokyta 95 proc. darbuotojų.", "percent"),
        ("Bus priimti vaikai iki 12 metų amžiaus.", "age"),
        ("Gauta paramos už 12.", ""),
    ],
)
def test_a_number_knows_what_it_counts(text: str, unit: str) -> None:
    assert one(text).unit == unit


def test_words_are_compared_without_their_cases() -> None:
    assert one("Suteikta 401 psichologo konsultacija.").noun == one("Psichologo konsultacijos: 401").noun == {"psichologas"}


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("ne mažiau nei 25 asmenims", Comparator.AT_LEAST),
        ("ne daugiau kaip 25 asmenims", Comparator.AT_MOST),
        ("virš 1 800 paslaugų", Comparator.MORE),
        ("per 1 800 paslaugų", Comparator.MORE),
        ("per 12 mėnesių", Comparator.EXACTLY),
        ("apie 80 šeimų", Comparator.ABOUT),
        ("iki 25 vaikų", Comparator.AT_MOST),
        ("beveik 30 vaikų", Comparator.LESS),
        ("50 ir daugiau asmenų", Comparator.AT_LEAST),
        ("25 vaikai", Comparator.EXACTLY),
    ],
)
def test_a_number_knows_how_it_is_meant(text: str, comparator: Comparator) -> None:
    assert one(text).comparator is comparator


def test_days_years_names_parts_and_targets_are_kept_beside_the_number() -> None:
    whole, part = in_sentence("2023 m. gruodžio 31 d. centre „Žiburys“ gyveno 25 vaikai, iš jų 9 mergaitės.", HERE)
    assert (set(whole.days), set(whole.years), whole.is_part, part.is_part) == ({"2023-12-31", "closing"}, {"2023"}, False, True)
    assert "žiburys" in whole.names
    assert one("Bus suteikta parama 25 asmenims.").is_target


def test_a_cell_counts_what_its_heads_say() -> None:
    found = in_cell("418", ["Psichologo konsultacijos", "2023 m."], Place(table=1, row=2, column=2))
    assert found is not None
    assert (found.unit, set(found.noun), set(found.years)) == ("konsultacija", {"psichologas"}, {"2023"})
    assert in_cell("nėra", ["Konsultacijos"], HERE) is None
