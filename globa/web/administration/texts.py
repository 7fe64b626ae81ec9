"""Report texts: with which words of its own the institution begins its reports, place by place of each form."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.reports.forms import Form, codes, is_on_a_day, read
from globa.reports.forms.form import PassageForm, SectionForm
from globa.reports.keeping.standing import StandingText, keep_standing, withdraw
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Why, page
from globa.web.reports.states import form_names, said_of
from globa.web.reports.writing import TextForm
from globa.web.whereabouts import PlacedRequest

BEGINNING = 30
"""So many words of a text tell in a list which one it is."""


@dataclass(frozen=True)
class Line:
    """A place of a form with the words that ship, and the institution's own where it keeps some."""

    section: SectionForm
    passage: PassageForm
    own: StandingText | None
    period: Period
    """Of a report that would be begun today: a title may name its year or day."""
    number: int
    """Which text of its section it is; 0 where there is one only."""

    @property
    def title(self) -> str:
        name = said_of(self.section.title, self.period)
        return f"{name} ({self.number})" if self.number else name

    @property
    def text(self) -> str:
        return self.own.text if self.own else self.passage.text.lt


class StandingForm(TextForm):
    """Checked as a text of a report is; an empty one is a mistake here."""

    text = forms.CharField(
        label=_("Your text"),
        strip=False,
        max_length=20_000,
        widget=forms.Textarea({"rows": 12}),
        error_messages={"required": _("Write the text. To let the form's own text stand again, withdraw yours.")},
    )
    find = None  # type: ignore[assignment]


class WithdrawForm(forms.Form):
    reason = Why()


@login_required
@require_safe
def texts(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    own = _own(at)
    shown = [(name, code, _lines(form_now(code), own.get(code, {}))) for code, name in form_names()]
    return render(request, "administration/texts.html", {"forms": [one for one in shown if one[2]], "beginning": BEGINNING})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: PlacedRequest, code: str, place: str) -> HttpResponse:
    at = keeping(request)
    if code not in codes():
        raise Http404
    form = form_now(code)
    line = next((one for one in _lines(form, _own(at).get(code, {})) if one.passage.key == place), None)
    if line is None:
        raise Http404
    rows = list(StandingText.objects.visible_to(at.user).of(at.organisation, code).filter(place=place))
    shown = {"line": line, "form_name": dict(form_names())[code], "told": told(at.user, *rows)}
    return page(request, "administration/text.html", lambda: shown, _acts(at, form, line))


def form_now(code: str) -> Form:
    """The edition by which a report of this year is begun."""
    return read(code, today().year, on_a_day=is_on_a_day(code))


def _own(at: Keeping) -> dict[str, dict[str, StandingText]]:
    """What is in force today, by form and place: one query."""
    found: dict[str, dict[str, StandingText]] = {}
    for one in StandingText.objects.visible_to(at.user).filter(organisation=at.organisation).in_force():
        found.setdefault(one.form, {})[one.place] = one
    return found


def _lines(form: Form, own: dict[str, StandingText]) -> list[Line]:
    lines: list[Line] = []
    period = Period.day(today()) if form.on_a_day else Period.year(today().year)
    for section in form.sections:
        passages = [block for block in section.blocks if isinstance(block, PassageForm)]
        several = len(passages) > 1
        lines += [Line(section, one, own.get(one.key), period, number if several else 0) for number, one in enumerate(passages, 1)]
    return lines


def _acts(at: Keeping, form: Form, line: Line) -> dict[str, Act]:
    acts = {
        "keep": Act(
            StandingForm,
            lambda given: keep_standing(organisation=at.organisation, form=form, place=line.passage.key, by=at.user, **given),
            _("New reports begin with this text. Those that are being written keep their words."),
            at={"one_standing_text_a_place_a_day": "text", "standing_text_says_something": "text"},
            initial={"text": line.text},
        )
    }
    if (own := line.own) is not None:
        acts["withdraw"] = Act(
            WithdrawForm,
            lambda given: withdraw(standing=own, by=at.user, **given),
            _("Your text is withdrawn: new reports begin with last year's text or the form's own."),
        )
    return acts
