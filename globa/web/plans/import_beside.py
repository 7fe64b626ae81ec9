"""What a plan's document tells beside it: activities of institutions and money of earlier years, as they are to be taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.importers.plans import beside, earlier
from globa.importers.plans.beside_written import known
from globa.importers.plans.decisions import BesideAnswer, Decisions, YearAnswer
from globa.importers.plans.earlier import Held
from globa.importers.plans.kept import decide
from globa.reports.writing.numbers import number
from globa.web.plans.import_forms import Choices, money_in
from globa.web.plans.import_owned import read_of
from globa.web.plans.import_shown import Sources, sources
from globa.web.whereabouts import PlacedRequest

WHY_HELD: dict[Held, str | Promise] = {
    Held.COUNTED: _("The ledger here has amounts of this year: they are counted, and the printed one is not taken over."),
    Held.WRITTEN: _("This source of this year is written already. Withdraw that amount in the report first, if the printed one is right."),
    Held.SOURCE: _("Choose the source, else it is not taken over."),
    Held.TWICE: _("Another column of the same year is kept under this source. Choose another one."),
}


class TakenForm(forms.Form):
    is_taken = forms.TypedChoiceField(
        label=_("Take it over?"),
        choices=[("yes", _("Take it over")), ("no", _("Leave it out"))],
        coerce=lambda value: value == "yes",
        required=False,
        widget=forms.RadioSelect,
    )
    amount = forms.CharField(label=_("Amount, EUR"), max_length=40, required=False, widget=forms.TextInput({"inputmode": "decimal"}))
    source = forms.ChoiceField(label=pgettext_lazy("of money", "Source"), required=False)

    def __init__(self, data: Any, *, offered: Choices, **more: Any) -> None:
        super().__init__(data, **more)
        source = self.fields["source"]
        assert isinstance(source, forms.ChoiceField)
        source.choices = [("", gettext("Choose the source")), *offered]

    def clean_amount(self) -> Decimal | None:
        text: str = self.cleaned_data["amount"].strip()
        return money_in(text) if text else None


class ActivityForm(TakenForm):
    body = forms.CharField(label=_("Institution"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        if given.get("is_taken") and not given.get("body", "").strip():
            self.add_error("body", gettext("Write which institution did it."))
        if given.get("is_taken") and not self.errors and bool(given.get("amount")) != bool(given.get("source")):
            self.add_error("source" if given.get("amount") else "amount", gettext("Write both the amount and who paid it, or neither."))
        return given

    def answer(self) -> BesideAnswer:
        given = self.cleaned_data
        return BesideAnswer(bool(given["is_taken"]), given["body"].strip(), given["amount"], given["source"])


class YearForm(TakenForm):
    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        if given.get("is_taken") and "amount" not in self.errors and not given.get("amount"):
            self.add_error("amount", gettext("Write the amount."))
        return given

    def answer(self) -> YearAnswer:
        given = self.cleaned_data
        return YearAnswer(bool(given["is_taken"]), given["amount"], given["source"])


@dataclass(frozen=True)
class Activity:
    taking: beside.Taking
    form: ActivityForm


@dataclass(frozen=True)
class Amount:
    taking: earlier.Taking
    form: YearForm
    names: Sequence[str]

    @property
    def held(self) -> str | Promise:
        return WHY_HELD[self.taking.held] if self.taking.held else ""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """One form: whoever saves it has looked at all of it."""
    kept, read = read_of(request, pk)
    decisions, names = kept.decided(), sources()
    data = request.POST if request.method == "POST" else None
    activities = [_activity(one, names, data) for one in beside.takings(read.plan, decisions)]
    amounts = [_amount(one, names, data) for one in earlier.takings(read.plan, decisions, known(kept.organisation))]
    shown: list[TakenForm] = [*(one.form for one in activities), *(one.form for one in amounts)]
    checked = [form.is_valid() for form in shown]
    if data is not None and all(checked):
        decide(plan=kept, by=request.user, change=lambda made: _change(made, activities, amounts))
        messages.success(request, gettext("Saved."))
        return redirect("plans-import-one", pk)
    bad = [form for form in shown if form.errors] if data is not None else []
    page = {"document": kept, "activities": activities, "amounts": amounts, "bad": bad}
    return render(request, "plans/import_beside.html", page, status=422 if data is not None else 200)


def _change(made: Decisions, activities: Sequence[Activity], amounts: Sequence[Amount]) -> None:
    made.beside |= {str(one.taking.number): one.form.answer() for one in activities}
    made.years |= {one.taking.key: one.form.answer() for one in amounts}


def _activity(one: beside.Taking, names: Sources, data: Any) -> Activity:
    typed = {"is_taken": "yes" if one.is_taken else "no", "body": one.body, "amount": _typed(one.amount), "source": one.source}
    return Activity(one, ActivityForm(data, offered=names.items(), initial=typed, prefix=f"b{one.number}"))


def _amount(one: earlier.Taking, names: Sources, data: Any) -> Amount:
    typed = {"is_taken": "yes" if one.is_wanted else "no", "amount": _typed(one.amount), "source": one.source}
    form = YearForm(data, offered=names.items(), initial=typed, prefix=f"y{one.key.replace('.', '-')}")
    return Amount(one, form, [names.get(code, code) for code in one.sources])


def _typed(amount: Decimal | None) -> str:
    return "" if amount is None else number(amount, 2)
