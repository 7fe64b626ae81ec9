"""The numbers of the law: each with its act and point, from when to when, and whether somebody saw it there."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.registry.norms import Norm, add_value, verify
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Day, RowField, page
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class Line:
    """What a norm says today, and what it will say."""

    code: str
    now: Norm | None
    newest: Norm

    @property
    def title(self) -> str:
        return title_of(self.newest)

    @property
    def is_told_ahead(self) -> bool:
        return self.now != self.newest and self.newest.during.lower is not None and self.newest.during.lower > today()


class ValueForm(forms.Form):
    value = forms.DecimalField(
        label=_("Value"),
        max_digits=12,
        decimal_places=3,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}),
        error_messages={"required": _("Write the value."), "invalid": _("Write a number.")},
    )
    since = Day(label=_("In force from"))
    act = forms.CharField(label=_("Act"), max_length=250, error_messages={"required": _("Name the act that says so.")})
    point = forms.CharField(label=_("Point"), max_length=120, error_messages={"required": _("Name the article or point of the act.")})
    is_verified = forms.BooleanField(label=_("I have seen this value in the act"), required=False)


class SeenForm(forms.Form):
    which = RowField(label=_("Value"), error_messages={"required": _("Choose the value that you saw.")})


def title_of(norm: Norm) -> str:
    return norm.name_en if (get_language() or "").startswith("en") else norm.name


@login_required
@require_safe
def norms(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    by_code: dict[str, list[Norm]] = {}
    for one in Norm.objects.filter(municipality=None).order_by("code", "during"):
        by_code.setdefault(one.code, []).append(one)
    lines = [Line(code, next((row for row in rows if today() in row.during), None), rows[-1]) for code, rows in by_code.items()]
    unseen = sum(line.now is not None and not line.now.is_verified for line in lines)
    shown = {"lines": sorted(lines, key=lambda line: line.title.lower()), "keeps_lists": at.keeps_lists(), "unseen": unseen}
    return render(request, "administration/norms.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def norm(request: PlacedRequest, code: str) -> HttpResponse:
    at = keeping(request)
    rows = list(Norm.objects.filter(code=code, municipality=None).order_by("-during"))
    if not rows:
        raise Http404
    shown = {"rows": rows, "title": title_of(rows[0]), "code": code, "told": told(at.user, *rows), "keeps_lists": at.keeps_lists()}
    return page(request, "administration/norm.html", lambda: shown, _acts(at, rows) if shown["keeps_lists"] else {})


def _acts(at: Keeping, rows: list[Norm]) -> dict[str, Act]:
    acts = {
        "add": Act(
            ValueForm,
            lambda given: add_value(norm=rows[0], by=at.user, **given),
            _("The value is added; the one before it ends on that day."),
            at={"norm_is_in_force_a_day": "since", "one_norm_at_a_time_nationally": "since"},
            initial={"act": rows[0].act},
        )
    }
    unseen = [(row, f"{row.value.normalize():f} {row.get_unit_display()}: {row.act}, {row.point}") for row in rows if not row.is_verified]
    if unseen:
        acts["seen"] = Act(
            SeenForm, lambda given: verify(norm=given["which"], by=at.user), _("It is marked as seen in the act."), rows={"which": unseen}
        )
    return acts
