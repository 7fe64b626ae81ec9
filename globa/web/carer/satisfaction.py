"""How content carers are: questions put to all of them, and what came of it once nobody can be recognised."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.care.contracts import CarerContract
from globa.casework.carers.satisfaction import FEWEST, Survey, ask, results
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.registry.policy import Area, may_enter
from globa.vocabulary.calendar import today
from globa.web.forms.acts import Act, Day, page
from globa.web.whereabouts import PlacedRequest, role_of


class QuestionForm(forms.Form):
    sentence = forms.CharField(
        label=_("Question"),
        max_length=300,
        help_text=_("It is answered from 1, not at all, to 5, very well. For example: how well does the centre help you?"),
        error_messages={"required": _("Write the question.")},
    )
    closes_on = Day(label=_("First day on which it is closed"), initial=None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def satisfaction(request: PlacedRequest) -> HttpResponse:
    """Whoever decides asks; those who work with carers read the result."""
    organisation = request.organisation
    if organisation is None:
        raise Http404

    def put(given: dict[str, Any]) -> Survey:
        return ask(organisation=organisation, people=_carers(request.user), by=request.user, **given)

    act = Act(QuestionForm, put, _("Every carer with an account reads it on their page."), at={"survey_lasts_a_day": "closes_on"})
    shown = {"results": results(organisation, today()), "fewest": FEWEST, "tab": "satisfaction"}
    return page(request, "carer/satisfaction.html", lambda: shown, {"ask": act} if may_enter(role_of(request), Area.DECIDING) else {})


def _carers(user: User) -> list[Person]:
    """With a contract today and with an account: whoever cannot answer would only lower the share."""
    contracted = CarerContract.objects.visible_to(user).on(today()).order_by().values("carer")
    able = User.objects.filter(is_active=True, person__in=contracted).values("person")
    return list(Person.objects.visible_to(user).filter(pk__in=able))
