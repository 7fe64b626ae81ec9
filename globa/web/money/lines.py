"""Money that counts for no line of the plan yet: many entries put on a line at once, and the words by which lines are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.importers.ledger.accepting import undo_assignment
from globa.importers.ledger.known import Known
from globa.importers.ledger.lines import Lines, name_of
from globa.planning.assigning import Assignment, assign
from globa.planning.ledger import Basis, EntryQuerySet
from globa.planning.line_keys import LineKey, forget_key
from globa.planning.line_names import Said
from globa.planning.plans.answered_lines import told_of
from globa.planning.plans.lines import PlanLine
from globa.vocabulary.calendar import today
from globa.web.forms.acts import Act, RowField, Why, page
from globa.web.money.asked import NO_LINE, address_of, year_in, years_of
from globa.web.money.naming import title_of
from globa.web.money.rights import entries_of, keeper_of, may_book
from globa.web.whereabouts import PlacedRequest

OfLine = TypeVar("OfLine", LineKey, Assignment)
Titled = Sequence[tuple[OfLine, str]]
MOST = 300
TITLE = 80
COLUMNS = ("local_code", "source__code", "programme", "item__code", "project", "cost_centre")


@dataclass(frozen=True)
class Group:
    """Entries that say the same words. `fields` finds them again; `likely` is the line that the words mean, or name."""

    said: Said
    source: str
    fields: dict[str, Any]
    key: str
    many: int
    total: Decimal
    address: str
    likely: str


class AssignForm(forms.Form):
    """`groups` are those that wait: see `_ticked`."""

    line = RowField(label=_("Line of the plan"), error_messages={"required": _("Choose the line.")})
    remember = forms.BooleanField(label=_("Propose it for the same words from now on"), required=False, initial=True)


class ForgetForm(forms.Form):
    key = RowField(label=_("Which words"), error_messages={"required": _("Choose the words.")})
    reason = Why()


class TakeBackForm(forms.Form):
    act = RowField(label=_("Which act"), error_messages={"required": _("Choose what is taken back.")})
    reason = Why()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def lines(request: PlacedRequest) -> HttpResponse:
    entries = entries_of(request)
    years = years_of(entries)
    year = year_in(request.GET.get("year", "")) or (max(years) if years else today().year)
    by_item = request.GET.get("by") == "item"
    at = _at(request, year)
    groups = _groups(entries, year, at, by_item=by_item)
    keys = list(LineKey.objects.visible_to(request.user).of(keeper_of(request), year))
    made = Assignment.objects.visible_to(request.user).filter(organisation=keeper_of(request), year=year, withdrawn_on__isnull=True)
    acts_made = list(made.order_by("-pk"))
    told = told_of(keeper_of(request), (one.line_id for one in (*keys, *acts_made)))

    def shown() -> dict[str, Any]:
        return {
            "year": year, "years": years, "by_item": by_item, "groups": groups[:MOST], "left": max(0, len(groups) - MOST),
            "total": sum((one.total for one in groups), Decimal(0)), "many": sum(one.many for one in groups),
            "has_plan": bool(at and at.all), "keys": _titled(keys, told), "made": _titled(acts_made, told), "may_book": may_book(request),
        }  # fmt: skip

    acts = {}
    if may_book(request) and at and at.all:
        acts = _acts(request, year, at, groups[:MOST], _titled(keys, told), _titled(acts_made, told))
    return page(request, "money/lines.html", shown, acts)


def _at(request: PlacedRequest, year: int) -> Lines | None:
    """The plan in force of the municipality that the ledger belongs to; an institution chooses among what it answers for."""
    organisation = keeper_of(request)
    municipality = Known(organisation).municipality
    return Lines(organisation, municipality, year) if municipality else None


def waiting(entries: EntryQuerySet, year: int) -> EntryQuerySet:
    """Used money that counts for no line."""
    return entries.standing().of_year(year).filter(basis=Basis.CASH, line__isnull=True)


def _groups(entries: EntryQuerySet, year: int, at: Lines | None, *, by_item: bool) -> list[Group]:
    """The largest first; one question, and those that the plan needs."""
    columns = [name for name in COLUMNS if by_item or name != "item__code"]
    rows = waiting(entries, year).order_by().values(*columns, "source__name").annotate(many=Count("pk"), total=Sum("amount"))
    return sorted((_group(row, columns, year, at) for row in rows), key=lambda one: (-abs(one.total), one.key))


def _group(row: dict[str, Any], columns: Sequence[str], year: int, at: Lines | None) -> Group:
    fields = {name: row[name] for name in columns}
    said = Said(row["local_code"] or row["source__code"], row["programme"], row.get("item__code") or "", row["project"], row["cost_centre"])
    found = (at.meant(said) or (at.likely(said), said))[0] if at and at.all else None
    narrowed = {"programme": said.programme, "project": said.project, "centre": said.centre, "item": said.item}
    address = address_of(year=year, basis=str(Basis.CASH), source=row["source__code"], line=NO_LINE, **narrowed)
    likely = at.title(found) if at and found else ""
    return Group(said, row["source__name"], fields, name_of(said, year), row["many"], row["total"], address, likely)


def _acts(
    request: PlacedRequest, year: int, at: Lines, groups: Sequence[Group], keys: Titled[LineKey], made: Titled[Assignment]
) -> dict[str, Act]:
    def put(given: dict[str, Any]) -> Assignment:
        ticked = [one for one in groups if one.key in given["groups"]]
        chosen = [entry for one in ticked for entry in waiting(entries_of(request), year).filter(**one.fields)]
        remembered = [one.said for one in ticked] if given["remember"] else []
        return assign(
            organisation=keeper_of(request), year=year, entries=chosen, line=given["line"], remembered=remembered, by=request.user
        )

    def forget(given: dict[str, Any]) -> None:
        forget_key(line_key=given["key"], by=request.user, reason=given["reason"])

    def take_back(given: dict[str, Any]) -> None:
        undo_assignment(assignment=given["act"], by=request.user, reason=given["reason"])

    def back(_made: object) -> str:
        return f"{reverse('money-lines')}?year={year}"

    there = [(one, at.title(one)) for one in at.all]
    acts = {}
    if groups:
        form = type("AssignForm", (AssignForm,), {"groups": _ticked(groups)})
        acts["assign"] = Act(form, put, _("The entries count for the line. It can be taken back below."), rows={"line": there}, to=back)
    if keys:
        listed = [(one, f"{one} → {title[:TITLE]}") for one, title in keys]
        acts["forget"] = Act(ForgetForm, forget, _("The words propose no line any more."), rows={"key": listed}, to=back)
    if made:
        told = [(one, f"{one.assigned_on}: {title[:TITLE]} ({one.many})") for one, title in made]
        acts["take_back"] = Act(TakeBackForm, take_back, _("Taken back. The entries wait for a line again."), rows={"act": told}, to=back)
    return acts


def _ticked(groups: Sequence[Group]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Entries"), choices=[(one.key, ", ".join(word for word in astuple(one.said) if word)) for one in groups],
        error_messages={"required": _("Tick the entries that you put on the line.")},
    )  # fmt: skip


def _titled(rows: Iterable[OfLine], told: Mapping[UUID, PlanLine]) -> Titled[OfLine]:
    """Each with what its line is called; of one that an institution answers for no longer nothing is told."""
    return [(one, title_of(told.get(one.line_id))) for one in rows]
