"""What a person decided is in the plan that would be written, and nothing that nobody decided."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.importers.plans import keeping
from globa.importers.plans.decided import Decided, decided, so_far
from globa.importers.plans.decisions import Answer, Choice, Decisions, How, ResultAnswer, choices, open_doubts
from globa.importers.plans.proposals import Comparator
from globa.importers.plans.refusals import NotDecided
from globa.importers.plans.results import sure
from globa.importers.plans.understood import Line, Missing
from tests.importers.plans.made import ROWS, read_plan, text

NUMBER, DASH = "0", "1"
TAKEN = {NUMBER: Answer(Choice.TAKE), DASH: Answer(Choice.LEAVE, missing=Missing.ELSEWHERE)}


def lines(made: Decided) -> list[Line]:
    return [line for measure in made.plan.measures() for line in measure.lines]


def test_nothing_is_written_while_a_doubt_is_open() -> None:
    with pytest.raises(NotDecided, match="Still to be decided: 1"):
        decided(read_plan(), Decisions({NUMBER: Answer(Choice.TAKE)}))


def test_a_likely_reading_is_taken_only_when_somebody_takes_it() -> None:
    read = read_plan()
    assert lines(so_far(read, Decisions()))[0].planned.stated is None
    assert lines(decided(read, Decisions(TAKEN)))[0].planned.stated == Decimal("123000.00")
    assert read == read_plan()


def test_an_amount_that_is_not_known_says_why() -> None:
    money = lines(decided(read_plan(), Decisions(TAKEN)))[1].planned
    assert (money.total, money.missing, money.amounts[0].source) == (None, Missing.ELSEWHERE, "SAV")


def test_an_amount_that_is_typed_stands_in_the_place_of_the_dash() -> None:
    money = lines(decided(read_plan(), Decisions(TAKEN | {DASH: Answer(Choice.TYPE, Decimal("2000.00"))})))[1].planned
    assert [(one.source, one.amount) for one in money.amounts] == [("SAV", Decimal("2000.00"))]
    assert (money.total, money.stated, money.missing) == (Decimal("2000.00"), Decimal("2000.00"), None)


@pytest.mark.parametrize(("choice", "used"), [(Choice.AS_READ, ["9.00", "6.00"]), (Choice.JOIN, ["15.00"])])
def test_amounts_that_stand_side_by_side_are_lines_of_their_own_or_one(choice: Choice, used: list[str]) -> None:
    read = read_plan(text(ROWS[2]))
    made = lines(decided(read, Decisions({"0": Answer(choice)})))
    assert [str(line.used.total) for line in made] == used
    assert made[0].planned.total == Decimal("10.00")


def test_a_source_that_nobody_knew_is_the_one_that_was_chosen() -> None:
    read = read_plan(text("\t1.1.1. padėti\t5,00 talkos lėšos\tCentras\tBus.\t-\t-"))
    made = lines(decided(read, Decisions({"0": Answer(Choice.TYPE, source="KITI")})))
    assert [(one.source, one.amount) for one in made[0].planned.amounts] == [("KITI", Decimal("5.00"))]


def test_a_cell_without_a_sum_gets_the_one_that_was_typed() -> None:
    read = read_plan(text("\t1.1.1. padėti\tpagal poreikį\tCentras\tBus.\t-\t-"))
    made = lines(decided(read, Decisions({"0": Answer(Choice.TYPE, Decimal("7.50"), "SAV")})))
    assert (made[0].planned.total, made[0].planned.missing) == (Decimal("7.50"), None)


def test_parts_that_do_not_make_their_total_are_mended_at_the_wrong_one() -> None:
    read = read_plan(text("\t1.1.1. padėti\t10,00 (6,00 savivaldybės biudžeto lėšos, 3,00 ES lėšos)\tCentras\tBus.\t-\t-"))
    assert [str(one) for one in choices(read.plan.problems[0])] == ["as_read", "type"]
    made = lines(decided(read, Decisions({"0": Answer(Choice.TYPE, Decimal("4.00"), part=1)})))
    assert (made[0].planned.total, made[0].planned.stated) == (Decimal("10.00"), Decimal("10.00"))


def test_a_number_that_nobody_confirmed_stays_in_its_sentence() -> None:
    made = decided(read_plan(), Decisions(TAKEN))
    assert [(one.text, one.quantity) for one in made.results[1, 0].expected] == [("Paslaugas gaus apie 25 vaikai.", None)]


def test_confirmed_and_corrected_results_are_taken_over() -> None:
    results = {
        "1.0.expected.0": ResultAnswer(How.CONFIRM),
        "2.0.expected.1": ResultAnswer(How.CORRECT, Comparator.AT_LEAST, Decimal(5), unit="vaikas", population="su negalia"),
    }
    made = decided(read_plan(), Decisions(TAKEN, results=results))
    (confirmed,), (corrected,) = made.results[1, 0].expected, made.results[2, 0].expected
    assert (confirmed.comparator, confirmed.quantity, confirmed.unit) == (Comparator.ABOUT, Decimal(25), "vaikas")
    assert (corrected.comparator, corrected.quantity, corrected.population) == (Comparator.AT_LEAST, Decimal(5), ("su", "negalia"))


def test_only_what_is_the_only_number_of_its_kind_is_sure() -> None:
    assert sorted(sure(read_plan().results, Decisions())) == ["1.0.achieved.0", "1.0.expected.0"]


def test_what_was_read_and_decided_is_kept_as_it_was() -> None:
    read, decisions = read_plan(), Decisions(TAKEN, {"Centras": ""}, {"1.0.expected.0": ResultAnswer(How.TEXT)})
    assert keeping.read(keeping.written(read)) == read
    assert Decisions.of(decisions.as_kept()) == decisions
    assert open_doubts(read.plan, decisions) == []
