"""A report on a kept plan, and what stands beside a plan, as the clerk sees and decides them."""

from __future__ import annotations

import pytest
from django.test import Client

from globa.importers.plans.decisions import BesideAnswer, Booking, MatchAnswer
from globa.importers.plans.kept import ImportState, PlanImport
from globa.planning.ledger import Entry
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, Obstacle
from globa.reports.implementation.beside import BesidePlan, EarlierYear
from tests import plans
from tests.builders import Place
from tests.importers.plans.test_attaching import USED, approved, line_of, report
from tests.importers.plans.test_beside import brought

pytestmark = pytest.mark.django_db


def page_of(plan: PlanImport) -> str:
    return f"/plans/import/{plan.pk}/"


def shown(client: Client, address: str) -> str:
    answered = client.get(address)
    assert answered.status_code == 200
    return " ".join(answered.content.decode().split())


def test_a_report_of_a_year_with_a_plan_is_booked_on_it_with_one_press_where_all_fits(clerk: Client, municipality: Place) -> None:
    plan = approved(municipality)
    document = report(municipality)
    assert "A plan of 2023 is kept already" in shown(clerk, page_of(document))
    assert "Every line of the report has its place" in shown(clerk, f"{page_of(document)}attach/")
    clerk.post(f"{page_of(document)}accept/")
    page = shown(clerk, page_of(document))
    assert f'href="/plans/{plan.pk}/"' in page
    assert "The report is booked on the plan" in page
    assert (Plan.objects.count(), Entry.objects.standing().count()) == (1, 2)


def test_it_is_taken_back_with_a_reason(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    document = report(municipality)
    clerk.post(f"{page_of(document)}accept/")
    assert clerk.post(f"{page_of(document)}undo/", {"reason": "A wrong file"}).status_code == 302
    document.refresh_from_db()
    assert document.state == ImportState.UNDONE
    assert not Entry.objects.standing().exists()
    assert "What it wrote on the plan is withdrawn." in shown(clerk, page_of(document))


def test_what_the_ledger_has_is_shown_with_both_figures_and_waits_for_an_answer(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "70.00")
    document = report(municipality)
    page = shown(clerk, f"{page_of(document)}attach/")
    assert "The ledger already has EUR 70.00 for this line; the report says EUR 90.00." in page
    assert "1 line to decide" in page
    answered = clerk.post(f"{page_of(document)}attach/1/0/", {"m1-0-1-line": str(line_of("1.1.1").lineage)})
    assert (answered.status_code, "Choose what is booked." in answered.content.decode()) == (422, True)
    clerk.post(f"{page_of(document)}attach/1/0/", {"m1-0-1-line": str(line_of("1.1.1").lineage), "m1-0-1-booking": "difference"})
    document.refresh_from_db()
    assert document.decided().matches == {"1.0.1": MatchAnswer(str(line_of("1.1.1").lineage), Booking.DIFFERENCE)}


def test_what_the_ledger_has_just_so_needs_no_answer_and_is_not_booked_again(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "60.00")
    plans.used(municipality, line_of("1.1.1"), "30.00", "plan-es")
    document = report(municipality)
    assert "The ledger says the same: nothing is booked." in shown(clerk, f"{page_of(document)}attach/")
    clerk.post(f"{page_of(document)}accept/")
    document.refresh_from_db()
    assert (document.state, Entry.objects.standing().count()) == (ImportState.ACCEPTED, 2)


def test_with_an_open_line_nothing_is_booked(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    plans.used(municipality, line_of("1.1.1"), "70.00")
    document = report(municipality)
    clerk.post(f"{page_of(document)}accept/")
    document.refresh_from_db()
    assert (document.state, Entry.objects.standing().count()) == (ImportState.READ, 1)


def test_lines_that_ask_for_a_look_are_taken_with_one_press(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    document = report(municipality, USED.replace("100,00", "120,00"))
    assert "The plan stays as it is." in shown(clerk, f"{page_of(document)}attach/")
    clerk.post(f"{page_of(document)}attach/", {"what": "looks"})
    assert "Every line of the report has its place" in shown(clerk, f"{page_of(document)}attach/")


def test_without_a_plan_of_the_year_there_is_nothing_to_compare(clerk: Client, municipality: Place) -> None:
    assert clerk.get(f"{page_of(report(municipality))}attach/").status_code == 404


def test_sentences_that_seem_obstacles_are_confirmed_or_said_to_be_results(clerk: Client, municipality: Place) -> None:
    approved(municipality)
    document = report(municipality)
    assert "1 sentence seems to tell of an obstacle" in shown(clerk, f"{page_of(document)}results/")
    assert "seems to be an obstacle" in shown(clerk, f"{page_of(document)}results/2/")
    clerk.post(f"{page_of(document)}results/", {"what": "obstacles"})
    clerk.post(f"{page_of(document)}accept/")
    assert (Obstacle.objects.get().line, AchievedResult.objects.count()) == (line_of("1.1.2"), 1)


def test_a_sentence_is_said_to_be_a_result_in_its_measure(clerk: Client, municipality: Place) -> None:
    document = report(municipality)
    clerk.post(f"{page_of(document)}results/2/", {"o2-0-0-tells": "result"})
    document.refresh_from_db()
    assert document.decided().obstacles == {"2.0.0": False}


def test_what_stands_beside_the_plan_is_shown_and_corrected_before_it_is_accepted(clerk: Client, municipality: Place) -> None:
    document = brought(municipality)
    assert "2 activities, 3 amounts of earlier years" in shown(clerk, page_of(document))
    given = {
        "b0-is_taken": "yes", "b0-body": "Globos centras", "b0-amount": "250,00", "b0-source": "SAV",
        "b1-is_taken": "yes", "b1-body": "", "b1-amount": "50,00", "b1-source": "",
        "y2021-0-is_taken": "yes", "y2021-0-amount": "60,00", "y2021-0-source": "VB",
    }  # fmt: skip
    refused = clerk.post(f"{page_of(document)}beside/", given)
    assert (refused.status_code, "Write which institution did it." in refused.content.decode()) == (422, True)
    clerk.post(f"{page_of(document)}beside/", given | {"b1-body": "Namai", "b1-source": "KITI"})
    document.refresh_from_db()
    assert document.decided().beside["1"] == BesideAnswer(is_taken=True, body="Namai", amount=50, source="KITI")  # type: ignore[arg-type]
    clerk.post(f"{page_of(document)}accept/", {"title": "Planas"})
    assert (BesidePlan.objects.count(), EarlierYear.objects.count()) == (2, 1)
    page = shown(clerk, page_of(document))
    assert "2 activities beside the plan stand in its report." in page
    assert "1 amount of earlier years stands in the money by year." in page


def test_another_municipality_s_pages_are_not_there(clerk: Client, municipality: Place, elsewhere: Place) -> None:
    assert clerk.get(f"/plans/import/{elsewhere.organisation.pk}/beside/").status_code == 404
