"""The report's sum and entries that came to a line after it, side by side, with the form that says which counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.sources import PlanSource
from globa.planning.reckonings import Beside, Counts, Reckoning, beside_reports, reckon, take_back_reckoning
from globa.registry.accounts.users import User
from globa.reports.writing.numbers import money
from globa.web.forms.acts import Act, RowField, Why
from globa.web.forms.choosing import titled

SAYING = _("The report's sum and %(entries)s of %(bodies)s stand side by side: %(reported)s and %(booked)s. Which counts?")


class ReckonForm(forms.Form):
    source = RowField(label=_("Source of money"), error_messages={"required": _("Choose the source of money.")})
    counts = forms.ChoiceField(
        label=_("What was used"), choices=[("", ""), *titled(Counts.choices)], error_messages={"required": _("Say which counts.")}
    )


class TakeBackForm(forms.Form):
    reckoning = RowField(label=_("Which decision"), error_messages={"required": _("Choose the decision.")})
    reason = Why()


@dataclass
class Standing:
    """Of one line, as whoever plans sees it: what waits for a decision, and what was decided."""

    user: User
    line: PlanLine

    @cached_property
    def open(self) -> list[Beside]:
        return beside_of(self.user, [self.line])

    @cached_property
    def decided(self) -> list[Reckoning]:
        made = Reckoning.objects.visible_to(self.user).in_force().filter(line__lineage=self.line.lineage)
        return list(made.select_related("source", "entry").order_by("-pk"))

    @property
    def said(self) -> list[tuple[Beside, str]]:
        return [(one, said(one)) for one in self.open]

    def acts(self) -> dict[str, Act]:
        found = {}
        if self.open:
            sources = [(one.source, str(one.source)) for one in self.open]
            told = _("Kept. What was used of the line is counted so from now on; it can be taken back below.")
            found["reckon"] = Act(ReckonForm, self._reckon, told, rows={"source": sources})
        if self.decided:
            made = [(one, str(one)) for one in self.decided]
            told = _("Taken back. Both sums count again as they stand.")
            found["unreckon"] = Act(TakeBackForm, self._take_back, told, rows={"reckoning": made})
        return found

    def _reckon(self, given: dict[str, Any]) -> None:
        source: PlanSource = given["source"]
        reckon(line=self.line, source=source, counts=given["counts"], by=self.user)

    def _take_back(self, given: dict[str, Any]) -> None:
        take_back_reckoning(reckoning=given["reckoning"], by=self.user, reason=given["reason"])


@dataclass(frozen=True)
class Waiting:
    """`line` is the key of the line, by which its page is found; `no` the number of its measure."""

    no: str
    line: UUID
    source: str
    said: str


def waiting(user: User, lines: Sequence[PlanLine]) -> list[Waiting]:
    """In the order of the lines, each with its measure read."""
    found = beside_of(user, lines)
    return [Waiting(line.measure.no, line.pk, str(one.source), said(one)) for line in lines for one in found if one.lineage == line.lineage]


def beside_of(user: User, lines: Iterable[PlanLine]) -> list[Beside]:
    return beside_reports(Entry.objects.visible_to(user), [one.lineage for one in lines])


def said(one: Beside) -> str:
    """“The report's sum and 2 entries of Family centre stand side by side: EUR 90.00 and EUR 40.00. Which counts?”"""
    entries = ngettext("%(count)s entry", "%(count)s entries", len(one.entries)) % {"count": len(one.entries)}
    values = {"entries": entries, "bodies": ", ".join(one.bodies), "reported": money(one.reported), "booked": money(one.booked)}
    return str(SAYING % values)
