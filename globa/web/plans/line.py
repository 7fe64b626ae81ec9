"""One line of a measure, where it is written: who answers, what money is planned, what is expected; and later what came and why."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.planning.plans import changing, lines, money, results
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.sources import PlanSource
from globa.registry.accounts.users import User
from globa.web.forms.acts import Act, page
from globa.web.plans import line_forms as forms
from globa.web.plans.beside_reports import Standing
from globa.web.plans.bodies import bodies_from
from globa.web.plans.evidence import evidence
from globa.web.plans.measure import DrawnLine, drawn_lines
from globa.web.plans.rights import written_plan
from globa.web.plans.targets import target_of
from globa.web.plans.whole import OF_PLAN, lines_of
from globa.web.whereabouts import PlacedRequest

AMOUNTS = {
    "planned_amount_or_why_not": "amount",
    "planned_amount_is_not_nothing": "amount",
    "planned_amount_where_some_is_planned": "amount",
    "parts_are_no_more_than_their_whole": "amount",
    "part_from_the_source_of_its_whole": "parent",
    "part_of_an_amount_has_no_parts": "parent",
}
TARGETS = {
    "expected_number_says_how_it_is_meant": "comparator", "expected_number_is_of_something": "unit", "range_has_two_ends": "until",
    "expected_result_says_something": "text",
}  # fmt: skip
RESULTS = {"number_by_hand_has_reason_and_evidence": "reason", "expectation_is_answered_once_by_hand": "expected"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    plan = written_plan(request, pk)
    rows = lines_of(request.user, **{OF_PLAN: plan}).select_related("measure__objective__goal")
    found: PlanLine = get_object_or_404(rows, pk=of)
    drawn = drawn_lines(request.user, lines_of(request.user, pk=found.pk))[0]
    standing = Standing(request.user, found)
    acts = (_planning(request.user, plan, found, drawn) if plan.is_draft else {}) | _results(request.user, found, drawn) | standing.acts()
    shown = {"plan": plan, "line": found, "one": drawn, "may_plan": True, "standing": standing}
    return page(request, "plans/line.html", lambda: shown, acts)


def _planning(user: User, plan: Plan, found: PlanLine, drawn: DrawnLine) -> dict[str, Act]:
    """Of a draft only. The verbs close over the line: nothing of another one can be sent here."""
    sources = [(one, str(one)) for one in PlanSource.objects.all()]
    wholes = [one for listed in drawn.amounts.values() for one in listed]
    amounts = [(one, f"{one.source}: {forms.said(one)}") for one in wholes]
    expected = [(one.expected, _expected(one.expected)) for one in drawn.answered]
    acts = {
        "amount": Act(
            forms.AmountForm, partial(_amount, user, found), _("The amount is planned."), at=AMOUNTS,
            rows={"source": sources, "parent": [("", ""), *amounts]},
        ),
        "nothing": Act(
            forms.NothingForm, partial(_nothing, user, found), _("It is said why nothing is planned."),
            at={"line_without_planned_money_has_none": "missing"}, initial={"missing": found.planned_missing},
        ),
        "expect": Act(forms.ExpectForm, partial(_expect, user, found), _("The expected result is written."), at=TARGETS),
        "bodies": Act(
            forms.BodiesForm, partial(_bodies, user, found), _("It is said who answers for the line."),
            at={"body_once_on_a_line": "bodies"}, initial={"bodies": "\n".join(one.name for one in drawn.line.bodies.all())},
        ),
        "words": Act(
            forms.WordsForm, partial(_words, user, found), _("The words of the plan are changed."), initial={"text": found.expected_text}
        ),
        "withdraw": Act(
            forms.WithdrawForm, partial(_withdraw, user), _("The line is taken out of the plan."), rows={"part": [(found, str(found.pk))]},
            to=lambda _made: reverse("plans-part", args=[plan.pk, found.measure_id]),
        ),
    }  # fmt: skip
    parts = [(part, f"{one.source}: {forms.said(part)}") for one in wholes for part in one.parts.all()]
    taken = [*amounts, *parts, *expected]
    return acts | (
        {"take": Act(forms.WithdrawForm, partial(_withdraw, user), _("It is taken out."), rows={"part": taken})} if taken else {}
    )


def _results(user: User, found: PlanLine, drawn: DrawnLine) -> dict[str, Act]:
    """Also when the plan is approved: what came of it is written at whatever version holds."""
    unanswered = [(one.expected, _expected(one.expected)) for one in drawn.answered if one.by_hand is None]
    every = [(one.expected, _expected(one.expected)) for one in drawn.answered]
    written = [*(one.by_hand for one in drawn.answered if one.by_hand), *drawn.told]
    taken = [*((one, str(one)) for one in written), *((one, str(one)) for one in drawn.obstacles)]
    acts = {
        "result": Act(
            forms.ResultForm, partial(_result, user, found), _("The result is written."), at=RESULTS,
            rows={"expected": [("", ""), *unanswered]},
        ),
        "obstacle": Act(forms.ObstacleForm, partial(_obstacle, user, found), _("The reason is written.")),
        "unused": Act(
            forms.UnusedForm, partial(_unused, user, found), _("It is said why nothing was used."), initial={"missing": found.used_missing}
        ),
    }  # fmt: skip
    if every:
        acts["figure"] = Act(forms.FigureForm, partial(_figure, user), _("The figure is named."), rows={"expected": every})
    if taken:
        acts["untold"] = Act(forms.WithdrawForm, partial(_withdraw, user), _("It is taken back."), rows={"part": taken})
    return acts


def _expected(one: Any) -> str:
    target = target_of(one)
    return f"{one.text[:80]} ({target} {one.unit})" if target else one.text[:80]


def _amount(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    money.plan_amount(line=found, by=user, **given | {"parent": given["parent"] or None})


def _nothing(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    lines.say_nothing_planned(line=found, missing=given["missing"], by=user)


def _unused(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    lines.say_nothing_used(line=found, missing=given["missing"], by=user)


def _expect(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    results.expect(line=found, by=user, **given)


def _bodies(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    lines.set_bodies(line=found, bodies=bodies_from(user, given["bodies"]), by=user)


def _words(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    changing.change(part=found, by=user, expected_text=given["text"])


def _withdraw(user: User, given: dict[str, Any]) -> None:
    changing.withdraw(part=given["part"], by=user, reason=given["reason"])


def _result(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    evidence(user, found, given)


def _obstacle(user: User, found: PlanLine, given: dict[str, Any]) -> None:
    results.record_obstacle(line=found, text=given["text"], by=user)


def _figure(user: User, given: dict[str, Any]) -> None:
    results.name_indicator(expected=given["expected"], indicator=given["indicator"], by=user)
