"""What stood in the way, told apart from what was achieved; a person says so."""

from __future__ import annotations

import pytest

from globa.importers.plans.decided import so_far
from globa.importers.plans.decisions import Decisions, How, ResultAnswer
from globa.importers.plans.obstacles import left_out, obstacles, seems_obstacle, sentences, to_judge
from globa.importers.plans.results import sure
from tests.importers.plans.made import read_plan, text

ACHIEVED = "Paslaugas gavo 26 vaikai. Stovykla neįvyko, nes 3 šeimos atsisakė."
READ = read_plan(text(f"\t1.1.1. globoti\t5,00 ES lėšos\tCentras\tBus.\t5,00 ES lėšos\t{ACHIEVED}"))


@pytest.mark.parametrize(
    "said",
    [
        "Priemonės įgyvendinti nepavyko.",
        "Neįgyvendinta, nes trūko lėšų.",
        "Nebuvo poreikio.",
        "Poreikio nebuvo.",
        "Negauta paraiškų.",
        "Paslauga neteikta, nes neatsirado paslaugų teikėjų.",
        "Specialistų stygius.",
        "Mokymai atidėti dėl karantino.",
        "Darbai perkelti į 2024 m.",
        "Įgyvendinta iš dalies.",
    ],
)
def test_words_that_tell_of_an_obstacle(said: str) -> None:
    assert seems_obstacle(said)


@pytest.mark.parametrize(
    "said",
    [
        "Įvyko 5 mokymai.",
        "Kliūčių nebuvo.",
        "Problemų nekilo.",
        "Paslaugas gavo 26 vaikai.",
        "Skundų nebuvo.",
        "Teiktos paslaugos be pertrūkių.",
    ],
)
def test_words_that_tell_of_none(said: str) -> None:
    assert not seems_obstacle(said)


def test_what_seems_an_obstacle_waits_for_a_person_and_its_numbers_are_not_sure() -> None:
    (one,) = to_judge(READ.results, Decisions())
    assert (one.key, one.text) == ("1.0.1", "Stovykla neįvyko, nes 3 šeimos atsisakė.")
    assert list(sure(READ.results, Decisions(), left_out(READ.results, Decisions()))) == ["1.0.achieved.0"]
    assert so_far(READ, Decisions()).results[1, 0].obstacles == ()


def test_confirmed_it_is_an_obstacle_and_no_result() -> None:
    decisions = Decisions(results={"1.0.achieved.0": ResultAnswer(How.CONFIRM)}, obstacles={"1.0.1": True})
    results = so_far(READ, decisions).results[1, 0]
    assert results.obstacles == ("Stovykla neįvyko, nes 3 šeimos atsisakė.",)
    assert [one.text for one in results.achieved] == ["Paslaugas gavo 26 vaikai."]
    assert [one.key for one in obstacles(READ.results, decisions)] == ["1.0.1"]
    assert len(list(sentences(READ.results))) == 2


def test_denied_it_stays_a_result() -> None:
    decisions = Decisions(obstacles={"1.0.1": False})
    assert to_judge(READ.results, decisions) == []
    assert len(so_far(READ, decisions).results[1, 0].achieved) == 2
