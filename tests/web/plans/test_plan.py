"""A plan as a page: its money to the cent, what is missing in words, and each sum with its rows."""

from __future__ import annotations

from decimal import Decimal

from django.test import Client

from globa.planning.plans import amending
from globa.planning.plans.lines import say_nothing_planned
from globa.planning.plans.plans import Plan
from globa.registry.accounts.appointments import Role
from globa.registry.organisations import Organisation
from globa.reports.implementation.reading import told_of_plan
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping


def a_plan(at: Place) -> Plan:
    """One measure with 44 200,00 and 139 177,44 planned, and 73 755,00 and 14 045,00 used, the last from a source that nobody planned."""
    line = plans.line(at)
    plans.amount(at, line, "44200.00")
    plans.amount(at, line, "139177.44", source="ES")
    plans.used(at, line, "73755.00")
    plans.used(at, line, "14045.00", source="plan-globos-ism")
    return plans.plan_of(line)


def test_no_plan_is_said_with_the_ways_to_begin_one(clerk: Client) -> None:
    page = clerk.get("/plans/").content.decode()
    assert "No plan is here yet" in page
    assert "/plans/new/" in page


def test_the_list_tells_planned_and_used(clerk: Client, municipality: Place) -> None:
    plan = a_plan(municipality)
    rows = clerk.get("/plans/").context["rows"]
    assert [(row.plan, row.state, row.planned, row.used) for row in rows] == [(plan, "draft", Decimal("183377.44"), Decimal("87800.00"))]


def test_a_plan_tells_its_money_by_source_to_the_cent(clerk: Client, municipality: Place) -> None:
    page = clerk.get(f"/plans/{a_plan(municipality).pk}/")
    money = page.context["drawn"].money
    assert money.planned == {"SAV": Decimal("44200.00"), "ES": Decimal("139177.44")}
    assert money.used == {"SAV": Decimal("73755.00"), "GLOBOS_ISM": Decimal("14045.00")}
    assert "183,377.44" in page.content.decode()
    assert round(money.percent) == 48


def test_the_page_and_the_report_tell_the_same_money(clerk: Client, municipality: Place) -> None:
    plan = a_plan(municipality)
    page = clerk.get(f"/plans/{plan.pk}/").context["drawn"].money
    sides = [(line.planned.total, line.used.total) for *_above, line in told_of_plan(plan, "en").lines()]
    assert sides == [(page.planned_total, page.used_total)] == [(Decimal("183377.44"), Decimal("87800.00"))]


def test_what_is_not_planned_is_a_word_and_never_zero(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    say_nothing_planned(line=line, missing="in_kind", by=municipality.worker)
    page = clerk.get(f"/plans/{plans.plan_of(line).pk}/").content.decode()
    assert "in kind" in page
    assert "0.00" not in page


def test_money_that_came_only_from_where_it_was_not_planned_is_marked(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    plans.amount(municipality, line, source="ES")
    plans.used(municipality, line)
    assert "source changed" in clerk.get(f"/plans/{plans.plan_of(line).pk}/").content.decode()


def test_a_used_sum_opens_its_entries(clerk: Client, municipality: Place) -> None:
    plan = a_plan(municipality)
    page = clerk.get(f"/plans/{plan.pk}/used/?source=SAV")
    assert [row.amount for row in page.context["page"].object_list] == [Decimal("73755.00")]
    assert page.context["total"] == Decimal("73755.00")
    assert f'href="/money/{page.context["page"].object_list[0].pk}/"' in page.content.decode()


def test_a_planned_sum_opens_its_amounts(clerk: Client, municipality: Place) -> None:
    plan = a_plan(municipality)
    page = clerk.get(f"/plans/{plan.pk}/planned/?goal={plan.goals.get().pk}")
    assert [row.amount for row in page.context["page"].object_list] == [Decimal("44200.00"), Decimal("139177.44")]


def test_a_goal_of_another_plan_is_not_there(clerk: Client, municipality: Place) -> None:
    plan, other = a_plan(municipality), plans.measure(municipality, plans.plan(municipality, year=2022))
    assert clerk.get(f"/plans/{plan.pk}/?goal={other.objective.goal_id}").status_code == 404
    assert clerk.get(f"/plans/{plan.pk}/used/?goal={other.objective.goal_id}").status_code == 404


def test_a_measure_tells_what_went_far_from_the_plan_until_somebody_writes_why(clerk: Client, municipality: Place) -> None:
    plan = a_plan(municipality)
    line = plan.goals.get().objectives.get().measures.get().lines.get()
    address = f"/plans/{plan.pk}/measures/{line.measure_id}/"
    assert "European Union funds: of 139,177.44 nothing was used" in clerk.get(address).content.decode()
    clerk.post(f"/plans/{plan.pk}/lines/{line.pk}/", {"do": "obstacle", "obstacle-text": "The project began late."})
    page = clerk.get(address).content.decode()
    assert "Why is not written yet" not in page
    assert "The project began late." in page


def test_a_plan_of_another_municipality_is_not_there(clerk: Client, elsewhere: Place, municipality: Place) -> None:
    assert clerk.get("/plans/11111111-1111-4111-8111-111111111111/").status_code == 404


def test_a_plan_is_named_above_its_municipality_only_once_it_is_approved(clerk: Client, municipality: Place, as_owner: Stepping) -> None:
    """A version that amends it is again nobody else's business; neither is it found, nor its measures."""
    line = plans.line(municipality)
    plan = plans.plan_of(line)
    with as_owner():
        above = builders.account("above@example.com", Organisation.objects.get(code="national-service"), Role.NATIONAL_OFFICER)
    officer = Client(headers={"accept-language": "en"})
    officer.force_login(above, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert (seen(officer, plan), seen(clerk, plan)) == ((404, False, False), (200, True, True))
    plans.approved(municipality, line)
    later = amending.amend(plan=plan, by=municipality.worker, title="Amended")
    assert (seen(officer, plan), seen(officer, later)) == ((200, True, True), (404, False, True))
    assert [one.plan for one in officer.get(f"/plans/{plan.pk}/").context["versions"]] == [plan]


def seen(reader: Client, plan: Plan) -> tuple[int, bool, bool]:
    """Its page, whether it is listed, whether its measure is found."""
    listed = [row.plan.pk for row in reader.get("/plans/").context["rows"]]
    found = reader.post("/find/", {"find": "foster centre"}, follow=True).content.decode()
    return reader.get(f"/plans/{plan.pk}/").status_code, plan.pk in listed, "Keep a foster centre" in found


def test_a_source_without_an_amount_says_why_and_a_sum_that_it_is_not_the_whole(clerk: Client, municipality: Place) -> None:
    line = plans.line(municipality)
    plans.amount(municipality, line, None, missing="unknown")
    assert "amount not known" in clerk.get(f"/plans/{plans.plan_of(line).pk}/").content.decode()
    plans.amount(municipality, line, "10.00", source="ES")
    assert "and an amount not known" in clerk.get(f"/plans/{plans.plan_of(line).pk}/").content.decode()
