"""The report on a plan from its page: begun, with its group, read, explained, signed, and taken as the version for everybody."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from globa.planning.plans.plans import Plan
from globa.reports.implementation.group import WorkingGroup
from globa.reports.keeping.reports import Report
from globa.reports.signing.signing import waiting_for_paper
from tests import plans
from tests.builders import Place
from tests.reports.implementation.world import approved_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(municipality: Place) -> Plan:
    return plans.plan_of(approved_line(municipality))


def day(name: str, year: int, month: int, day: int) -> dict[str, str]:
    return {f"{name}_year": str(year), f"{name}_month": str(month), f"{name}_day": str(day)}


def group_of(at: Place, *, absent: str = "", already: int = 0) -> dict[str, str]:
    rows = [
        ("Ona Pavyzdė", "group_chair", str(at.worker.pk), ""),
        ("Jonas Pavyzdys", "group_member", "", absent),
        ("", "group_member", "", ""),
    ]
    posted = {"m-TOTAL_FORMS": str(len(rows)), "m-INITIAL_FORMS": str(already), "order_number": "IV-1", "place": "Visaginas"}
    posted |= day("ordered_on", 2024, 2, 14) | day("sat_on", 2024, 3, 28)
    for place, (name, part, user, why) in enumerate(rows):
        posted |= {f"m-{place}-name": name, f"m-{place}-part": part, f"m-{place}-user": user, f"m-{place}-absent_because": why}
    return posted


def begun(clerk: Client, plan: Plan, at: Place) -> Report:
    clerk.post(reverse("plans-report", args=[plan.pk]), {"do": "begin"})
    clerk.post(reverse("plans-report-group", args=[plan.pk]), group_of(at))
    return Report.objects.get(form="plan-implementation")


def explained(clerk: Client, report: Report) -> None:
    """Answer everything that asks for a reason, from the page itself."""
    page = clerk.get(reverse("reports-report", args=[report.pk])).content.decode()
    for address in set(re.findall(r'href="([^"]+/explain/\?finding=[^"]+)"', page)):
        clerk.post(address.replace("&amp;", "&"), {"reason": "Agreed at the sitting."})


def test_a_report_is_begun_on_the_plan_and_leads_to_its_group(clerk: Client, plan: Plan) -> None:
    page = reverse("plans-report", args=[plan.pk])
    assert "Begin the report" in clerk.get(page).content.decode()
    answer = clerk.post(page, {"do": "begin"})
    assert answer.headers["Location"] == reverse("plans-report-group", args=[plan.pk])
    assert "Begin the report" not in clerk.get(page).content.decode()


def test_the_group_is_written_down_with_who_was_absent(clerk: Client, plan: Plan, municipality: Place) -> None:
    begun(clerk, plan, municipality)
    clerk.post(reverse("plans-report-group", args=[plan.pk]), group_of(municipality, absent="ill", already=2))
    said = clerk.get(reverse("plans-report", args=[plan.pk])).content.decode()
    assert "1 of 2 members" in said
    assert "absent: ill" in said


def test_a_group_that_sat_before_its_order_keeps_what_was_typed(clerk: Client, plan: Plan, municipality: Place) -> None:
    begun(clerk, plan, municipality)
    wrong = group_of(municipality, already=2) | day("sat_on", 2024, 1, 1)
    answer = clerk.post(reverse("plans-report-group", args=[plan.pk]), wrong)
    assert answer.status_code == 422
    assert "A group sits on the day of its order or later" in answer.content.decode()
    assert "Jonas Pavyzdys" in answer.content.decode()


def test_from_the_plan_to_a_signed_report_whose_figures_open_to_the_ledger(clerk: Client, plan: Plan, municipality: Place) -> None:
    report = begun(clerk, plan, municipality)
    clerk.post(reverse("reports-text", args=[report.pk, "conclusion.text"]), {"text": "The measures were carried out.", "save": "1"})
    explained(clerk, report)
    sign = reverse("reports-sign", args=[report.pk])
    shown = clerk.get(sign).content.decode()
    assert re.search(r"Sign here: [^.]+\. Sign on paper: Jonas Pavyzdys\. 2 signatures are missing\.", shown)
    read = re.search(r'name="read" value="([0-9a-f]{64})"', shown)
    assert read is not None
    assert clerk.post(sign, {"read": read[1], "confirm": "on"}).status_code == 302
    report.refresh_from_db()
    assert report.state == "in_signing"
    assert "signs on paper" in clerk.get(reverse("plans-report", args=[plan.pk])).content.decode()
    papers = reverse("plans-report-papers", args=[plan.pk])
    member = str(waiting_for_paper(report)[0].pk)
    given = {"members": member, "number": "V-5"} | day("signed_on", 2024, 3, 28)
    assert clerk.post(papers, given | {"file": SimpleUploadedFile("5.pdf", b"MZ")}).status_code == 422
    assert clerk.post(papers, given | {"file": SimpleUploadedFile("5.pdf", b"%PDF-1.7")}).status_code == 302
    report.refresh_from_db()
    said = clerk.get(reverse("plans-report", args=[plan.pk])).content.decode()
    scan = re.search(r'href="([^"]+/report/papers/[^"]+/)"', said)
    assert scan is not None
    assert clerk.get(scan[1]).content == b"%PDF-1.7"
    assert report.state == "signed"
    figure = clerk.get(reverse("reports-figure", args=[report.pk, "plan-money.used[line=1.1.1-1]"])).content.decode()
    assert "2023-12-31" in figure
    assert "EUR\xa090.00" in figure
    public = clerk.get(reverse("plans-report-public", args=[plan.pk]) + "?file=html")
    assert "Carers were few" in public.content.decode()
    assert public.headers["Content-Disposition"].endswith('-public.html"')


def test_without_a_conclusion_and_reasons_nobody_signs(clerk: Client, plan: Plan, municipality: Place) -> None:
    report = begun(clerk, plan, municipality)
    page = clerk.get(reverse("reports-report", args=[report.pk])).content.decode()
    assert "is not written yet" in page
    assert 'name="confirm"' not in clerk.get(reverse("reports-sign", args=[report.pk])).content.decode()


def test_every_figure_of_the_page_opens(clerk: Client, plan: Plan, municipality: Place) -> None:
    report = begun(clerk, plan, municipality)
    page = clerk.get(reverse("reports-report", args=[report.pk])).content.decode()
    figures = set(re.findall(rf'href="({reverse("reports-report", args=[report.pk])}figures/[^"]+)"', page))
    assert len(figures) > 5
    assert {clerk.get(address).status_code for address in figures} == {200}


def test_what_was_done_beside_the_plan_is_added_and_withdrawn(clerk: Client, plan: Plan, municipality: Place) -> None:
    begun(clerk, plan, municipality)
    page = reverse("plans-report-beside", args=[plan.pk])
    wrong = clerk.post(page, {"do": "beside", "beside-body": "Library", "beside-text": "A feast", "beside-amount": "5"})
    assert wrong.status_code == 422
    assert "Write both the amount and who paid it" in wrong.content.decode()
    clerk.post(page, {"do": "beside", "beside-body": "Library", "beside-text": "A feast"})
    row = WorkingGroup.objects.get().beside.in_force().get()
    clerk.post(page, {"do": "withdraw", "withdraw-row": str(row.pk), "withdraw-reason": "Counted elsewhere"})
    assert not WorkingGroup.objects.get().beside.in_force().exists()


def test_the_year_is_compared_with_what_a_document_says_of_an_earlier_one(clerk: Client, plan: Plan, municipality: Place) -> None:
    begun(clerk, plan, municipality)
    source = str(plans.PlanSource.objects.get(code="SAV").pk)
    given = {"earlier-year": "2021", "earlier-source": source, "earlier-amount": "70.00", "earlier-document": "Report 2021"}
    clerk.post(reverse("plans-report-beside", args=[plan.pk]), {"do": "earlier", **given})
    said = clerk.get(reverse("plans-report-years", args=[plan.pk])).content.decode()
    assert "Money used in 2023 and in 2021" in said
    assert "+20.00" in said


def test_two_years_are_compared_measure_by_measure(clerk: Client, plan: Plan, municipality: Place) -> None:
    """The same number is the same measure; what only one of the years has says so."""
    before = plans.plan(municipality, year=2022, title="Plan of 2022")
    old = plans.line(municipality, plans.measure(municipality, before))
    plans.tree.add_measure(objective=old.measure.objective, no="1.1.2", text="Camps", by=municipality.worker)
    plans.approved(municipality, old)
    plans.used(municipality, old, "70.00")
    page = clerk.get(reverse("plans-report-years", args=[plan.pk]) + "?with=2022")
    rows = [(one.no, one.before, one.now, one.change, one.in_now) for one in page.context["apart"]]
    used = (Decimal(70), Decimal(90), Decimal(20), True)
    assert rows == [("1", *used), ("1.1.1", *used), ("1.1.2", None, None, None, False)]
    assert "not in the plan" in page.content.decode()


def test_a_larger_plan_asks_no_more_questions(clerk: Client, plan: Plan, municipality: Place) -> None:
    report = begun(clerk, plan, municipality)
    clerk.get(reverse("reports-report", args=[report.pk]))
    with CaptureQueriesContext(connection) as few:
        clerk.get(reverse("reports-report", args=[report.pk]))
    for number in range(2, 5):
        plans.used(municipality, plan.goals.get().objectives.get().measures.get().lines.get(), f"{number}.00")
    with CaptureQueriesContext(connection) as many:
        clerk.get(reverse("reports-report", args=[report.pk]))
    assert len(many) == len(few)


def test_a_municipality_has_a_template_of_its_own_for_this_form_alone(clerk: Client) -> None:
    said = clerk.get(reverse("reports-templates")).content.decode()
    assert "Implementation of the social-services plan" in said
    assert "Activity report" not in said
