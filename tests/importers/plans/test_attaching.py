"""A report on a plan that is kept: matched with its lines, booked on them without counting twice, and taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.importers.plans.accepting import accept, undo
from globa.importers.plans.attaching import attach, detach
from globa.importers.plans.decisions import Booking, Decisions, MatchAnswer
from globa.importers.plans.kept import ImportState, PlanImport, decide
from globa.importers.plans.kept_plans import kept_lines, kept_plan, lines_of
from globa.importers.plans.matching import Match, Unlike, matched
from globa.importers.plans.refusals import DecidedAlready, NoPlanKept, NotDecided, NothingToBook, RestsOn
from globa.importers.plans.understood import Plan as Read
from globa.planning.ledger import Entry
from globa.planning.plans.amending import amend
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan, approve
from globa.planning.plans.results import AchievedResult, Obstacle
from globa.reports.implementation.group import begin
from globa.reports.keeping.reports import Report
from tests import plans
from tests.builders import Place
from tests.importers.plans.accepted import decide_all, kept
from tests.importers.plans.made import TITLE, read_plan

pytestmark = pytest.mark.django_db
PLAN = "Priemonės\tLėšos eurais\tVykdytojai\tLaukiamas rezultatas"
REPORT = f"{PLAN}\tPanaudotos lėšos\tPasiektas rezultatas"
CARE = "1.1.1. globoti vaikus\t100,00 savivaldybės biudžeto lėšos\tCentras\tPaslaugas gaus 25 vaikai."
CAMP = "1.1.2. rengti stovyklas\t40,00 ES lėšos\tNamai\tBus stovykla."
USED = f"{CARE}\t90,00 (60,00 savivaldybės biudžeto lėšos, 30,00 ES lėšos)\tPaslaugas gavo 26 vaikai."
FAILED = f"{CAMP}\t-\tStovykla neįvyko, nes negauta paraiškų."


def text(*rows: str) -> bytes:
    return (TITLE + "\n".join(rows) + "\n").encode()


def brought(at: Place, *rows: str) -> PlanImport:
    content = text(*rows)
    return decide_all(at, kept(at, read_plan(content), content, "ataskaita.txt"))


def approved(at: Place, *rows: str) -> Plan:
    """Of a document without a report."""
    return accept(plan=brought(at, PLAN, *(rows or (CARE, CAMP))), by=at.worker, approved_on=plans.APPROVED_ON, decision_no="TS-50")


def report(at: Place, *rows: str) -> PlanImport:
    return brought(at, REPORT, *(rows or (USED, FAILED)))


def matches(at: Place, on: Plan, *rows: str) -> list[Match]:
    read: Read = read_plan(text(REPORT, *rows)).plan
    return matched(read, kept_lines(lines_of(on)))


def used(no: str) -> dict[str, Decimal]:
    rows = Entry.objects.standing().filter(line__measure__no=no).values_list("source__code", "amount")
    found: dict[str, Decimal] = {}
    for source, amount in rows:
        found[source] = found.get(source, Decimal(0)) + amount
    return found


def say(at: Place, plan: PlanImport, key: str, answer: MatchAnswer) -> None:
    def change(made: Decisions) -> None:
        made.matches[key] = answer

    decide(plan=plan, by=at.worker, change=change)


def line_of(no: str) -> PlanLine:
    return PlanLine.objects.get(measure__no=no)


def test_a_report_is_booked_on_the_plan_that_is_kept_and_makes_no_second_one(municipality: Place) -> None:
    plan = approved(municipality)
    document = report(municipality)
    assert kept_plan(document) == plan
    assert attach(plan=document, by=municipality.worker) == plan
    assert (Plan.objects.count(), document.state, document.attached_to) == (1, ImportState.ACCEPTED, plan)
    assert used("1.1.1") == {"plan-sav": Decimal(60), "plan-es": Decimal(30)}
    assert line_of("1.1.2").used_missing == "none"
    assert list(AchievedResult.objects.order_by("line__measure__no").values_list("text", "quantity")) == [
        ("Paslaugas gavo 26 vaikai.", 26),
        ("Stovykla neįvyko, nes negauta paraiškų.", None),
    ]


def test_what_is_said_to_be_an_obstacle_is_one(municipality: Place) -> None:
    approved(municipality)
    document = report(municipality)
    decide(plan=document, by=municipality.worker, change=lambda made: made.obstacles.update({"2.0.0": True}))
    attach(plan=document, by=municipality.worker)
    assert list(Obstacle.objects.values_list("line__measure__no", "text")) == [("1.1.2", "Stovykla neįvyko, nes negauta paraiškų.")]
    assert AchievedResult.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "doubts"),
    [
        (USED, ()),
        (USED.replace("globoti vaikus", "globoti  vaikus."), ()),
        (USED.replace("1.1.1.", "1.1.7."), (Unlike.NUMBER,)),
        (USED.replace("globoti vaikus", "statyti namus ir kelius"), (Unlike.TEXT,)),
        (USED.replace("Centras", "Tarnyba"), (Unlike.BODIES,)),
        (USED.replace("100,00", "120,00"), (Unlike.PLANNED,)),
        (USED.replace("1.1.1. globoti vaikus", "1.1.7. statyti namus ir kelius"), (Unlike.NOTHING,)),
    ],
)
def test_a_line_is_known_by_its_number_and_its_words_and_every_difference_is_a_doubt(
    row: str, doubts: tuple[Unlike, ...], municipality: Place
) -> None:
    (match,) = matches(municipality, approved(municipality), row)
    assert (match.doubts, match.likely is None) == (doubts, doubts == (Unlike.NOTHING,))


def test_bodies_with_amounts_of_their_own_find_their_own_lines(municipality: Place) -> None:
    on = approved(municipality, CARE.replace("100,00", "10,00"), CARE.replace("1.1.1. globoti vaikus", "").replace("Centras", "Namai"))
    second = "\t100,00 savivaldybės biudžeto lėšos\tNamai\tBus.\t5,00 ES lėšos\tBuvo."
    found = matches(municipality, on, USED.replace("100,00", "10,00"), second)
    assert [one.likely.bodies for one in found if one.likely] == [("Centras",), ("Namai",)]


def test_two_lines_of_one_body_are_told_apart_by_their_order(municipality: Place) -> None:
    other = CARE.replace("1.1.1. globoti vaikus", "").replace("100,00", "30,00")
    on = approved(municipality, CARE, other)
    found = matches(municipality, on, USED, f"{other}\t5,00 ES lėšos\tBuvo.")
    assert [(one.likely.planned if one.likely else None, one.doubts) for one in found] == [(Decimal(100), ()), (Decimal(30), ())]


def test_what_the_ledger_has_just_so_asks_for_a_look_only_where_something_else_differs(municipality: Place) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "60.00")
    plans.used(municipality, line_of("1.1.1"), "30.00", "plan-es")
    document = report(municipality, USED.replace("100,00", "120,00"))
    say(municipality, document, "1.0.1", MatchAnswer(str(line_of("1.1.1").lineage)))
    attach(plan=document, by=municipality.worker)
    assert used("1.1.1") == {"plan-sav": Decimal(60), "plan-es": Decimal(30)}


def test_what_the_ledger_has_already_is_a_doubt_that_keeps_the_report_from_being_booked(municipality: Place) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "50.00")
    with pytest.raises(NotDecided):
        attach(plan=report(municipality), by=municipality.worker)
    assert used("1.1.1") == {"plan-sav": Decimal(50)}


@pytest.mark.parametrize(
    ("booking", "made"),
    [
        (Booking.DIFFERENCE, {"plan-sav": Decimal(60), "plan-es": Decimal(30)}),
        (Booking.NOTHING, {"plan-sav": Decimal(70)}),
        (Booking.ALL, {"plan-sav": Decimal(130), "plan-es": Decimal(30)}),
    ],
)
def test_of_an_amount_that_the_ledger_has_the_difference_is_booked_or_nothing_or_all(
    booking: Booking, made: dict[str, Decimal], municipality: Place
) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "70.00")
    document = report(municipality)
    say(municipality, document, "1.0.1", MatchAnswer(str(line_of("1.1.1").lineage), booking))
    attach(plan=document, by=municipality.worker)
    assert used("1.1.1") == made


def test_an_amended_plan_is_booked_on_by_what_its_lines_come_from(municipality: Place) -> None:
    first = approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "50.00")
    second = amend(plan=first, by=municipality.worker)
    approve(plan=second, on=plans.APPROVED_ON, decision_no="TS-51", by=municipality.worker)
    document = report(municipality)
    lineage = PlanLine.objects.get(measure__no="1.1.1", measure__objective__goal__plan=second).lineage
    say(municipality, document, "1.0.1", MatchAnswer(str(lineage), Booking.DIFFERENCE))
    assert attach(plan=document, by=municipality.worker) == second
    assert used("1.1.1") == {"plan-sav": Decimal(60), "plan-es": Decimal(30)}


def test_a_line_may_be_left_out(municipality: Place) -> None:
    approved(municipality)
    document = report(municipality, USED, USED.replace("1.1.1. globoti vaikus", "9.9.9. visai kita priemonė"))
    say(municipality, document, "2.0.1", MatchAnswer(""))
    attach(plan=document, by=municipality.worker)
    assert Entry.objects.standing().count() == 2


def test_it_is_taken_back_and_the_plan_stays(municipality: Place) -> None:
    plan = approved(municipality)
    document = report(municipality)
    attach(plan=document, by=municipality.worker)
    detach(plan=document, reason="another file", by=municipality.worker)
    plan.refresh_from_db()
    assert (plan.withdrawn_on, document.state) == (None, ImportState.UNDONE)
    assert not Entry.objects.standing().exists()
    assert not AchievedResult.objects.in_force().exists()
    assert line_of("1.1.2").used_missing == ""
    attach(plan=report(municipality), by=municipality.worker)
    with pytest.raises(DecidedAlready):
        detach(plan=document, reason="again", by=municipality.worker)


def test_with_a_signed_report_it_stays(municipality: Place) -> None:
    plan = approved(municipality)
    document = report(municipality)
    attach(plan=document, by=municipality.worker)
    begin(plan=plan, by=municipality.worker)
    Report.objects.update(state="in_signing")
    with pytest.raises(RestsOn, match="was signed with what this document booked"):
        detach(plan=document, reason="another file", by=municipality.worker)


def test_the_plan_s_own_document_stays_while_a_report_is_booked_on_it(municipality: Place) -> None:
    approved(municipality)
    own = PlanImport.objects.get()
    attach(plan=report(municipality), by=municipality.worker)
    with pytest.raises(RestsOn, match="A report was booked on the plan"):
        undo(plan=own, reason="another file", by=municipality.worker)


def test_a_document_that_adds_nothing_is_refused(municipality: Place) -> None:
    approved(municipality)
    with pytest.raises(NothingToBook):
        attach(plan=brought(municipality, PLAN, CARE), by=municipality.worker)


def test_without_a_plan_there_is_nothing_to_attach_to(municipality: Place) -> None:
    with pytest.raises(NoPlanKept):
        attach(plan=report(municipality), by=municipality.worker)
