"""An unusual look that somebody asked about: what explains it, said by another than the one who looked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.journal import explanations
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.web.forms.refusing import refuse
from globa.web.looks.unusual import Noticed, noticed_in, rows_of
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

AT = {"look_is_explained_in_words": "reason"}


class ExplainForm(forms.Form):
    reason = forms.CharField(
        label=_("What explains it"), widget=forms.Textarea({"rows": 3}), max_length=1000,
        help_text=_("What the worker said when asked, and how you made sure."),
        error_messages={"required": _("Say in a few words what explains the look.")},
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: PlacedRequest, noticed: str, looker: UUID, day: str, person: UUID | None = None) -> HttpResponse:
    found = _found(noticed, looker, day, person)
    form = ExplainForm(data=request.POST or None)
    if form.is_bound and form.is_valid() and _explained(request, found, form):
        messages.success(request, gettext("Explained. The look stays in the list with its explanation."))
        return redirect(f"{reverse('looks')}?month={found.day:%Y-%m}")
    (row,) = rows_of(request.user, [found])
    looked_at(request, [person] if person else ())
    return render(request, "looks/explain.html", {"row": row, "form": form}, status=422 if form.is_bound else 200)


def _found(noticed: str, looker: UUID, day: str, person: UUID | None) -> Noticed:
    """Only what is in the list of its month can be explained."""
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    asked = (noticed, looker, person, on)
    for one in noticed_in(Period.months(on.year, on.month, 1)):
        if one.key == asked:
            return one
    raise Http404


def _explained(request: PlacedRequest, found: Noticed, form: ExplainForm) -> bool:
    try:
        explanations.explain(
            organisation_id=found.organisation_id, noticed=found.kind, looker_id=found.looker_id, person_id=found.person_id,
            day=found.day, reason=form.cleaned_data["reason"], by=request.user,
        )  # fmt: skip
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return False
    return True
