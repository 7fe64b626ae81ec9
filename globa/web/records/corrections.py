"""Correcting a stay: what was recorded wrongly, said right, with the reason that stands in the history."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from psycopg.types.range import DateRange

from globa.care.stays import Destination, Origin, Stay
from globa.journal.refusals import Untrue
from globa.vocabulary.refusal import Refusal
from globa.web.forms.day_field import DayField

FIELD_OF = {
    "who_has_left_went_somewhere": "destination",
    "who_lives_here_has_not_left": "destination",
    "stay_lasts_a_day": "ended_on",
}
"""Where a refused constraint is said; the others are about the days as a whole and stand at the first of them."""


class StayCorrection(forms.Form):
    began_on = DayField(label=gettext_lazy("First day"))
    origin = forms.ChoiceField(label=gettext_lazy("Came from"), choices=Origin.choices)
    ended_on = DayField(label=gettext_lazy("First day away"), required=False, help_text=gettext_lazy("Empty while the child lives there."))
    destination = forms.ChoiceField(
        label=gettext_lazy("Left for"),
        required=False,
        choices=[("", pgettext_lazy("destination", "lives there")), *Destination.choices],
    )
    reason = forms.CharField(
        label=gettext_lazy("Why is it corrected"),
        help_text=gettext_lazy("Stands in the history beside your name."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Say why: without a reason nobody can tell later which of the two was right.")},
    )

    @classmethod
    def of(cls, stay: Stay, data: Any = None) -> StayCorrection:
        return cls(data, initial=said_by(stay))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        began, ended = given.get("began_on"), given.get("ended_on")
        if began and ended and ended <= began:
            self.add_error("ended_on", _("The stay would end before it begins. Compare the two days."))
        if not self.errors and self.changes() == {}:
            self.add_error(None, _("Nothing is different from what is recorded, so there is nothing to correct."))
        return given

    def changes(self) -> dict[str, Any]:
        """Return the columns of the stay that differ, as care.stays.correct takes them."""
        given, recorded = self.cleaned_data, self.initial
        changed: dict[str, Any] = {name: given[name] for name in ("origin", "destination") if given[name] != recorded[name]}
        if (given["began_on"], given["ended_on"]) != (recorded["began_on"], recorded["ended_on"]):
            changed["during"] = DateRange(given["began_on"], given["ended_on"])
        return changed

    def refuse(self, refusal: Refusal) -> None:
        """Say at its field what the database did not believe; everything typed stays."""
        constraint = refusal.constraint if isinstance(refusal, Untrue) else ""
        self.add_error(refusal.at or FIELD_OF.get(constraint, "began_on"), refusal.said(_))


def said_by(stay: Stay) -> dict[str, str | date | None]:
    return {"began_on": stay.began_on, "ended_on": stay.ended_on, "origin": stay.origin, "destination": stay.destination}
