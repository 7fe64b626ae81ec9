"""The goals, objectives and measures of a draft as a list to write in, and each part with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.planning.plans import changing, lines, tree
from globa.planning.plans.plans import Plan
from globa.planning.plans.tree import Goal, Measure, MeasureKind, Objective
from globa.web.forms.acts import Act, Why, page
from globa.web.forms.choosing import titled
from globa.web.plans.bodies import bodies_from
from globa.web.plans.rights import written_plan
from globa.web.plans.versions import naming
from globa.web.plans.whole import whole
from globa.web.whereabouts import PlacedRequest

Part = Goal | Objective | Measure
KINDS: tuple[tuple[type[Part], str], ...] = ((Goal, "plan"), (Objective, "goal__plan"), (Measure, "objective__goal__plan"))
NUMBER = {f"{kind}_number_once": "no" for kind in ("goal", "objective", "measure")}
TEXT = {"required": _("Write the text.")}


class PartForm(forms.Form):
    no = forms.CharField(label=pgettext_lazy("of a plan", "Number"), max_length=20, help_text=_("As the plan numbers it: 1, 1.1 or 1.1.1."))
    text = forms.CharField(label=pgettext_lazy("of a plan", "Text"), widget=forms.Textarea({"rows": 3}), error_messages=TEXT)


class MeasureForm(PartForm):
    kind = forms.ChoiceField(label=pgettext_lazy("of a measure", "Kind"), choices=[("", ""), *titled(MeasureKind.choices)], required=False)
    strategic_code = forms.CharField(label=_("Code of the strategic plan"), max_length=40, required=False)


class LineForm(forms.Form):
    bodies = forms.CharField(
        label=_("Who answers for it"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One body a line of text. Several answer jointly; where each has money of its own, add a line for each."),
        error_messages={"required": _("Write who answers for it.")},
    )
    expected_text = forms.CharField(label=_("Expected result, as the plan says it"), widget=forms.Textarea({"rows": 3}), required=False)


class WhyForm(forms.Form):
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def outline(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = _draft(request, pk)

    def add(given: dict[str, Any]) -> Goal:
        return tree.add_goal(plan=plan, by=request.user, **given)

    def shown() -> dict[str, Any]:
        return {"plan": plan, "whole": whole(request.user, plan)}

    added = Act(PartForm, add, _("The goal is added."), at=NUMBER, to=lambda made: _address(plan, made.pk))
    return page(request, "plans/tree.html", shown, {"goal": added, **naming(request, plan)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: PlacedRequest, pk: UUID, of: UUID) -> HttpResponse:
    plan = _draft(request, pk)
    found = _part(request, plan, of)
    above = _above(found)

    def change(given: dict[str, Any]) -> None:
        changing.change(part=found, by=request.user, **given)

    def withdraw(given: dict[str, Any]) -> None:
        changing.withdraw(part=found, by=request.user, **given)

    form = MeasureForm if isinstance(found, Measure) else PartForm
    initial = {name: getattr(found, name) for name in form.base_fields}
    back = _address(plan, above.pk) if above else reverse("plans-tree", args=[plan.pk])
    acts = {
        "change": Act(form, change, _("It is changed."), at=NUMBER, initial=initial),
        "add": _adding(request, plan, found),
        "withdraw": Act(WhyForm, withdraw, _("It is taken out of the plan, with all that stood below it."), to=lambda _made: back),
    }
    return page(request, "plans/part.html", lambda: _shown(request, plan, found, above), acts)


def _adding(request: PlacedRequest, plan: Plan, found: Part) -> Act:
    """What stands below a part is added on its page, and one is led to write in it."""
    to: Callable[[Any], str] = lambda made: _address(plan, made.pk)  # noqa: E731 - the same for two
    if isinstance(found, Goal):
        return Act(
            PartForm, lambda given: tree.add_objective(goal=found, by=request.user, **given), _("The objective is added."), at=NUMBER, to=to
        )
    if isinstance(found, Objective):
        return Act(
            MeasureForm,
            lambda given: tree.add_measure(objective=found, by=request.user, **given),
            _("The measure is added."),
            at=NUMBER,
            to=to,
        )

    def line(given: dict[str, Any]) -> Any:
        bodies = bodies_from(request.user, given["bodies"])
        return lines.add_line(measure=found, bodies=bodies, expected_text=given["expected_text"], by=request.user)

    return Act(
        LineForm, line, _("The line is added. Write its money and what is expected."), at={"body_once_on_a_line": "bodies"},
        to=lambda made: reverse("plans-line", args=[plan.pk, made.pk]),
    )  # fmt: skip


def _shown(request: PlacedRequest, plan: Plan, found: Part, above: Part | None) -> dict[str, Any]:
    kind = type(found).__name__.lower()
    below: Any = []
    if isinstance(found, Goal):
        below = found.objectives.visible_to(request.user).in_force()
    elif isinstance(found, Objective):
        below = found.measures.visible_to(request.user).in_force()
    else:
        below = found.lines.visible_to(request.user).in_force().prefetch_related("bodies")
    return {"plan": plan, "part": found, "kind": kind, "above": above, "below": below}


def _draft(request: PlacedRequest, pk: UUID) -> Plan:
    """Only a draft is written in; an approved plan is amended."""
    plan = written_plan(request, pk)
    if not plan.is_draft:
        raise Http404
    return plan


def _part(request: PlacedRequest, plan: Plan, key: UUID) -> Part:
    for model, at in KINDS:
        found: Part | None = model.objects.visible_to(request.user).in_force().filter(pk=key, **{at: plan}).first()
        if found is not None:
            return found
    raise Http404


def _above(found: Part) -> Part | None:
    return found.objective if isinstance(found, Measure) else found.goal if isinstance(found, Objective) else None


def _address(plan: Plan, key: UUID) -> str:
    return reverse("plans-part", args=[plan.pk, key])
