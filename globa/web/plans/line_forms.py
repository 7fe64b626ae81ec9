"""The forms of a line of a plan: the shape of what is typed; whether it may be so the record says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from globa.indicators.compiled import catalogue
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.parts import Missing
from globa.planning.plans.results import Meant
from globa.reports.writing.numbers import number
from globa.vocabulary.money import money
from globa.vocabulary.refusal import Refusal
from globa.web.forms.acts import Day, RowField, Why
from globa.web.forms.choosing import titled
from globa.web.plans.evidence import ProofField

WORDS = forms.Textarea({"rows": 3})
NUMERIC = {"inputmode": "decimal", "autocomplete": "off"}
WHY_NOT = [("", ""), *titled(Missing.choices)]


def said(amount: PlannedAmount) -> str:
    """How an amount is told apart from another of its source in a list to choose from."""
    sum_ = number(amount.amount, 2) if amount.amount is not None else str(amount.get_missing_display())
    return f"{sum_}, {amount.purpose}" if amount.purpose else sum_


class Euros(forms.CharField):
    """As an amount is written here: 183 377,44."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, widget=forms.TextInput(NUMERIC), **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return money(typed)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.said(gettext)) from refusal


class AmountForm(forms.Form):
    source = RowField(label=pgettext_lazy("of money", "Source"), error_messages={"required": _("Choose the source of money.")})
    amount = Euros(label=_("Amount, EUR"), required=False, help_text=_("For example 183 377,44. Leave it empty where nobody knows it."))
    missing = forms.ChoiceField(label=_("Why there is no amount"), choices=WHY_NOT, required=False)
    purpose = forms.CharField(label=_("For what"), max_length=300, required=False)
    parent = RowField(label=_("Part of another amount"), required=False)


class NothingForm(forms.Form):
    missing = forms.ChoiceField(
        label=_("Why nothing is planned"), choices=WHY_NOT, required=False, help_text=_("Leave it empty where an amount is planned.")
    )


class UnusedForm(forms.Form):
    missing = forms.ChoiceField(
        label=_("Why nothing was used"),
        choices=WHY_NOT,
        required=False,
        help_text=_("It counts while the ledger has no entry of the line."),
    )


class BodiesForm(forms.Form):
    bodies = forms.CharField(
        label=_("Who answers for it"), widget=WORDS, help_text=_("One body a line of text."),
        error_messages={"required": _("Write who answers for it.")},
    )  # fmt: skip


class WordsForm(forms.Form):
    text = forms.CharField(label=_("Expected result, as the plan says it"), widget=forms.Textarea({"rows": 4}), required=False)


class ExpectForm(forms.Form):
    """A target, or words alone: whatever is honest."""

    text = forms.CharField(label=_("What is expected"), widget=WORDS, error_messages={"required": _("Write what is expected.")})
    comparator = forms.ChoiceField(
        label=_("The number is meant as"), choices=[("", ""), *titled(Meant.choices)], required=False,
        help_text=_("Leave it and the number empty where only words are expected."),
    )  # fmt: skip
    quantity = Euros(label=_("How many"), required=False)
    until = Euros(label=_("Up to (of a range)"), required=False)
    unit = forms.CharField(label=_("Of what"), max_length=100, required=False, help_text=_("Children, families, hours, times."))
    population = forms.CharField(label=_("Of whom"), max_length=200, required=False)
    indicator = forms.ChoiceField(label=_("Answered by the figure"), choices=lambda: list(figures()), required=False)


class FigureForm(forms.Form):
    expected = RowField(label=_("Expected result"), error_messages={"required": _("Choose the expected result.")})
    indicator = forms.ChoiceField(label=_("Answered by the figure"), choices=lambda: list(figures()), required=False)


class ResultForm(forms.Form):
    """A sentence needs nothing more; a number by hand stands in the place of what records say, so it says why and shows a paper."""

    expected = RowField(label=_("Answers the expectation"), required=False)
    text = forms.CharField(label=_("What was achieved"), widget=WORDS, error_messages={"required": _("Write what was achieved.")})
    quantity = Euros(label=_("Number by hand"), required=False, help_text=_("Only where the records cannot say it."))
    unit = forms.CharField(label=_("Of what"), max_length=100, required=False)
    reason = forms.CharField(label=_("Why it is written by hand"), max_length=500, required=False)
    paper_number = forms.CharField(label=_("Number of the paper that proves it"), max_length=40, required=False)
    paper_on = Day(label=_("Day of the paper"), required=False, initial=None)
    file = ProofField(
        label=_("Document that proves it"), required=False, help_text=_("A scan or a signed file, up to 20 MB. Opened to who writes plans.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("paper_number") and not given.get("paper_on"):
            self.add_error("paper_on", _("Write the day of the paper."))
        return given


class ObstacleForm(forms.Form):
    text = forms.CharField(
        label=_("What stood in the way, or why more or less was used"), widget=WORDS,
        error_messages={"required": _("Write what stood in the way.")},
    )  # fmt: skip


class WithdrawForm(forms.Form):
    part = RowField(label=_("What is taken out"), error_messages={"required": _("Choose what is taken out.")})
    reason = Why()


def figures() -> Iterator[tuple[str, str]]:
    """Every figure of the catalogue, by its title."""
    yield "", ""
    yield from sorted(((code, gettext(card.title)) for code, card in catalogue().cards.items()), key=lambda one: one[1])
