"""What can be done on a page of the administration: several forms, each with its verb; what was typed stays when it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.web.forms.day_field import DayField
from globa.web.forms.refusing import refuse
from globa.web.whereabouts import PlacedRequest

Rows = Iterable[tuple[Any, str]]


class Day(DayField):
    """A day, of which the page proposes today."""

    is_day = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"initial": today} | kwargs))


class RowField(forms.ChoiceField):
    """One of the rows that the page names; `Act.rows` gives them."""


class Why(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"label": _("Why"), "max_length": 500, "error_messages": {"required": _("Say why in a few words.")}}
        super().__init__(**(usual | kwargs))


class Nothing(forms.Form):
    """A button alone."""


@dataclass(frozen=True)
class Act:
    """
    `do` is the verb, with what the form holds; `said` tells afterwards. `at` says which field a constraint is about.

    `rows` are what the form's RowFields choose from; the verb gets the row itself. `to` is where the page leads on.
    """

    form: type[forms.Form]
    do: Callable[[dict[str, Any]], Any]
    said: str | Promise
    rows: Mapping[str, Rows] = field(default_factory=dict)
    at: Mapping[str, str] = field(default_factory=dict)
    initial: Mapping[str, Any] = field(default_factory=dict)
    to: Callable[[Any], str] | None = None

    def shown(self, name: str, given: Any = None, files: Any = None) -> forms.Form:
        form = self.form(given, files, prefix=name, initial=dict(self.initial))
        for field_name, rows in self.rows.items():
            choices = [(_key(row), label) for row, label in rows]
            form.fields[field_name].choices = choices if len(choices) == 1 else [("", ""), *choices]  # type: ignore[attr-defined]
        return form

    def chosen(self, form: forms.Form) -> dict[str, Any]:
        by_key = {name: {_key(row): row for row, _label in rows} for name, rows in self.rows.items()}
        return form.cleaned_data | {name: rows.get(form.cleaned_data[name]) for name, rows in by_key.items()}


def _key(row: Any) -> str:
    return str(getattr(row, "pk", row))


def page(request: PlacedRequest, template: str, shown: Callable[[], Mapping[str, Any]], acts: Mapping[str, Act]) -> HttpResponse:
    """Draw the page with its forms; after a deed lead to where it is seen."""
    done = request.POST.get("do", "") if request.method == "POST" else ""
    if request.method == "POST" and done not in acts:
        raise Http404
    drawn = {name: act.shown(name, *((request.POST, request.FILES) if name == done else ())) for name, act in acts.items()}
    if done and drawn[done].is_valid():
        try:
            made = acts[done].do(acts[done].chosen(drawn[done]))
        except Refusal as refusal:
            refuse(drawn[done], refusal, acts[done].at)
        else:
            messages.success(request, str(acts[done].said))
            lead = acts[done].to
            return redirect(lead(made) if lead else request.path)
    return render(request, template, {**shown(), "acts": drawn, "today": today()}, status=422 if done else 200)
