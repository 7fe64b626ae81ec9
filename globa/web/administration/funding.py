"""The treasury's codes of a municipality in a year, and which source of money each of them means."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from globa.planning import treasury_codes
from globa.planning.ledger import FundingSource
from globa.planning.treasury_codes import TreasuryCode
from globa.registry.organisations import Belonging, Organisation, OrganisationKind
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Nothing, RowField, Why, page
from globa.web.whereabouts import PlacedRequest

LEVELS = 6
NAMED = {"required": _("Write the name as the treasury does.")}
SOURCE = {"required": _("Choose the source of money.")}


class AskedForm(forms.Form):
    municipality = forms.ModelChoiceField(
        label=_("Municipality"),
        to_field_name="code",
        empty_label=None,
        queryset=Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("name"),
    )
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2100, widget=forms.TextInput({"inputmode": "numeric"}))


class CodeForm(forms.Form):
    code = forms.CharField(label=_("Code"), max_length=20, error_messages={"required": _("Write the code as the treasury does.")})
    name = forms.CharField(label=pgettext_lazy("of a list", "Name"), max_length=150, error_messages=NAMED)
    source = RowField(label=_("Which source it means"), error_messages=SOURCE)


class CorrectForm(forms.Form):
    which = RowField(label=_("Code"), error_messages={"required": _("Choose the code.")})
    name = forms.CharField(label=pgettext_lazy("of a list", "Name"), max_length=150, error_messages=NAMED)
    source = RowField(label=_("Which source it means"), error_messages=SOURCE)
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def funding(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    asked, municipality, year = _asked(at)
    rows = list(TreasuryCode.objects.of(municipality, year).select_related("source"))
    keeps = at.keeps_lists() or municipality.pk in at.keys
    shown = {
        "asked": asked, "municipality": municipality, "year": year, "rows": rows, "keeps": keeps, "told": told(at.user, *rows),
        "years": [] if rows else TreasuryCode.objects.years_of(municipality),
        "before": TreasuryCode.objects.of(municipality, year - 1).count(),
    }  # fmt: skip
    acts = _acts(at, municipality, year, rows) if keeps else {}
    return page(request, "administration/funding.html", lambda: shown, acts)


def _asked(at: Keeping) -> tuple[AskedForm, Organisation, int]:
    """What the address asks for; without it, or where it asks for nonsense, the own municipality and this year."""
    above, this_year = municipality_above(at.organisation), today().year
    form = AskedForm({"municipality": above.code, "year": this_year} | at.request.GET.dict())
    if not form.is_valid():
        return form, above, this_year
    return form, form.cleaned_data["municipality"], form.cleaned_data["year"]


def municipality_above(organisation: Organisation) -> Organisation:
    """The one in which it works today; a national service has none and begins with the first."""
    found = organisation
    for _level in range(LEVELS):
        if found.kind == OrganisationKind.MUNICIPALITY:
            return found
        above = Belonging.objects.filter(organisation=found, during__contains=today()).select_related("parent").first()
        if above is None:
            break
        found = above.parent
    return Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("name")[0]


def _acts(at: Keeping, municipality: Organisation, year: int, rows: list[TreasuryCode]) -> dict[str, Act]:
    sources = [(one, str(one)) for one in FundingSource.objects.all()]
    of: dict[str, Any] = {"municipality": municipality, "year": year, "by": at.user}

    def back(_made: Any) -> str:
        return f"{at.request.path}?{urlencode({'municipality': municipality.code, 'year': year})}"

    acts = {
        "add": Act(
            CodeForm,
            lambda given: treasury_codes.add_code(**of, **given),
            _("The code is in the list."),
            rows={"source": sources},
            at={"treasury_code_once_a_year": "code", "treasury_code_says_something": "code"},
            to=back,
        ),
        "carry": Act(Nothing, lambda given: treasury_codes.carry_codes(**of), _("The codes of the year before are in the list."), to=back),
    }
    return acts | {"correct": _correcting(at, rows, sources, back)} if rows else acts


def _correcting(at: Keeping, rows: list[TreasuryCode], sources: Any, back: Any) -> Act:
    return Act(
        CorrectForm,
        lambda given: treasury_codes.correct_code(
            treasury_code=given["which"], name=given["name"], source=given["source"], by=at.user, reason=given["reason"]
        ),
        _("The code is corrected; what was booked keeps its source."),
        rows={"which": [(one, str(one)) for one in rows], "source": sources},
        to=back,
    )
