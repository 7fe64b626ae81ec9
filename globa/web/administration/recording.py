"""From which day the institution records what: earlier periods read “not recorded”, never 0."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.indicators.compiled import catalogue
from globa.registry.organisations import Organisation
from globa.registry.recording import Recording, record_all_since, record_since
from globa.web.administration.keeping import keeping, told
from globa.web.forms.acts import Act, Day, RowField, page
from globa.web.whereabouts import PlacedRequest


class SinceForm(forms.Form):
    table = RowField(label=_("What is recorded"), error_messages={"required": _("Choose what is recorded.")})
    since = Day(label=_("Recorded from"), help_text=_("It may be long ago: records of earlier years are entered with their own days."))


class AllForm(forms.Form):
    since = Day(label=_("Everything is recorded from"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def recording(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    known = {one.table: one for one in Recording.objects.filter(organisation=at.organisation)}
    means = {name: gettext(said) for name, said in catalogue().kinds.items()}
    lines = sorted(((said, known.get(name)) for name, said in means.items()), key=lambda line: line[0])
    acts = {
        "one": Act(
            SinceForm,
            lambda given: record_since(organisation=at.organisation, table=given["table"], since=given["since"], by=at.user),
            _("The day is recorded. Figures of earlier days are “not recorded”."),
            rows={"table": sorted(means.items(), key=lambda one: one[1])},
        ),
    }
    missing = [name for name in means if name not in known]
    if missing:
        acts["all"] = Act(
            AllForm,
            lambda given: record_all_since(organisation=at.organisation, tables=missing, since=given["since"], by=at.user),
            _("The day is recorded for everything that had none."),
        )
    shown = {"lines": lines, "missing": len(missing), "told": told(at.user, *known.values())}
    return page(request, "administration/recording.html", lambda: shown, acts)


def starts(organisation: Organisation) -> int:
    """How many kinds of record have their first day."""
    return Recording.objects.filter(organisation=organisation, table__in=list(catalogue().kinds)).count()
