"""Numbers of a sentence that are divided into others of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.checker.rules import breakdowns
from tests.checker.tables import document

ACTIVITIES = (
    "Vykdoma: 1. Konsultacijos (individualios – 183 asm. / 487 val., grupinės – 37 asm. / 126 val.); 2. Savitarpio grupės – 25 asm. / "
    "216 val.; 3. Įgūdžių grupės – 35 vaikai / 216 val.; 4. Mokymai – 26 asm. / 262 val.; 5. Mediacija – 92 asm. / 316 val.; "
    "6. Konsultavimas namuose – 2 asm. / 2 val.; 7. Priežiūra – 17 vaikų / 37 val. (iš viso {persons} asmenų suteiktos {hours} val.)"
)


def found(*said: str) -> list[Finding]:
    return list(check(document(*said), rules=[breakdowns]))


@pytest.mark.parametrize(
    "clean",
    [
        ACTIVITIES.format(persons=417, hours=1662),
        "Pagalbos paslaugos 17 asmenų (7 suaugusiems asmenims ir 10 vaikų), pagalba 4 asmenims (1 suaugusiam asmeniui ir 3 vaikams).",
        "Suteikta parama 340 asmenų, iš jų 217 asmenų tikslinės pašalpos, 95 asmenims vienkartinės, 27 periodinės ir 1 sąlyginė pašalpa.",
        "Suteiktos paslaugos 28 vaikams (19 vaikų dienos globos, iš jų 13 vaikų su sunkia negalia, ir 9 vaikai ugdymo paslaugos).",
        "Paslaugos tėvams (20 asmenų, 20 val., 20 kartų) ir vaikams (50 vaikų, 900 val., 832 kartai).",
        "Mokymai: 2 grupės (viena grupė 3 žmonės; antra grupė 4 žmonės).",
        "Paslaugas gavo apie 150 vaikų (70 mergaičių ir 60 berniukų).",
        "Dalyvavo 20 vaikų (pvz., 3 vaikai iš Alytaus ir 2 vaikai iš Varėnos).",
        "Aptarnauta 48 vaikai ir 38 globėjai, iš jų 4 budintys globėjai.",
    ],
)
def test_what_is_divided_rightly_is_left_alone(clean: str) -> None:
    assert found(clean) == []


def test_a_bracket_that_does_not_make_its_number_is_found() -> None:
    (one,) = found("Intensyvi pagalba suteikta 17 asmenų (7 suaugusiems asmenims ir 11 vaikų).")
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(-1))


def test_a_list_with_its_total_is_added_up_for_each_unit() -> None:
    (one,) = found(ACTIVITIES.format(persons=417, hours=1625))
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(-37))
    assert any(part.amount == 37 for parts in one.explained_by for part in parts)


def test_fewer_persons_than_in_all_activities_may_be_counted_once() -> None:
    (one,) = found(ACTIVITIES.format(persons=380, hours=1662))
    assert one.severity == Severity.SUSPICIOUS


def test_more_persons_than_in_all_activities_cannot_be() -> None:
    (one,) = found(ACTIVITIES.format(persons=456, hours=1662))
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(39))


def test_a_part_larger_than_its_whole_is_found() -> None:
    (one,) = found("Paslaugas gavo 19 vaikų, iš jų 23 vaikai su negalia.")
    assert (one.rule, one.difference) == ("larger-part", Decimal(4))


def test_names_with_numbers_and_their_total_are_added_up() -> None:
    (one,) = found("Gyveno: BVGN – 25, GC – 10, iš viso – 43.")
    assert one.difference == Decimal(8)


def test_a_list_of_paragraphs_and_its_total_are_one_text() -> None:
    (one,) = found("- konsultacijos 12 val.", "- mokymai 30 val.", "- stovykla 8 val.", "Iš viso 60 val.")
    assert one.difference == Decimal(10)


def test_a_whole_before_a_colon_is_divided_behind_it() -> None:
    assert found("Iš viso gyveno 25 vaikai: 9 mergaitės ir 16 berniukų.") == []
    assert found("Iš viso gyveno 25 vaikai: 9 mergaitės ir 15 berniukų.")[0].difference == Decimal(1)


@pytest.mark.parametrize(
    "clean",
    [
        "Iš viso gyveno 25 vaikai: 9 mergaitės, 16 berniukų, 5 vaikai su negalia.",
        "Centre dirba 5 darbuotojai, konsultuota 10 asmenų, mokyta 20 asmenų, iš viso 30 asmenų.",
    ],
)
def test_what_says_more_of_the_whole_is_not_added_to_it(clean: str) -> None:
    assert found(clean) == []


@pytest.mark.parametrize(
    "open_question",
    [
        "Dirba 5 darbuotojai, paslaugas gavo 120 vaikų, iš viso centre užregistruota 300 asmenų.",
        "Iš viso organizuota 11 renginių: 3 šventės, 2 išvykos ir 7 mokymai.",
    ],
)
def test_what_may_be_of_other_things_is_no_contradiction(open_question: str) -> None:
    assert [one.severity for one in found(open_question) if one.severity == Severity.CONTRADICTION] == []
