"""The report on a plan: begun here, with the way to its group, its document and what stands beside; and its years compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.planning.plans.plans import Plan
from globa.reports.document import FigureKey
from globa.reports.implementation.counting import value
from globa.reports.implementation.group import FORM, GroupMember, WorkingGroup, begin
from globa.reports.implementation.reading import told_of, told_of_plan
from globa.reports.implementation.tables import COLUMNS
from globa.reports.implementation.tables import years as years_of
from globa.reports.implementation.told import Told
from globa.reports.keeping.reports import Report, State
from globa.reports.plan_figures import OF_YEAR
from globa.reports.signing.frozen import Signature
from globa.reports.signing.on_paper import PaperSignature
from globa.vocabulary.period import Period
from globa.web.forms.acts import Act, Nothing, page
from globa.web.plans.rights import may_plan, plan_of
from globa.web.plans.years_apart import apart
from globa.web.reports.states import Tag, tag_of
from globa.web.whereabouts import PlacedRequest


@dataclass(frozen=True)
class Kept:
    """The newest version of the report on the plan's year, as its own page shows it."""

    report: Report
    group: WorkingGroup
    tag: Tag
    members: list[GroupMember]
    signatures: list[Signature]
    papers: list[PaperSignature]

    @property
    def signed_by(self) -> list[tuple[GroupMember, Signature | PaperSignature | None]]:
        """How each member who was at the sitting signed; None while somebody has not."""
        here = {one.user_id: one for one in self.signatures}
        paper = {one.member_id: one for one in self.papers}
        return [
            (one, (here.get(one.user_id) if one.user_id else paper.get(one.pk)) if not one.absent_because else None) for one in self.members
        ]

    @property
    def waits_for_paper(self) -> bool:
        return self.report.state == State.IN_SIGNING and any(
            not one.user_id and not one.absent_because and signed is None for one, signed in self.signed_by
        )

    @property
    def present(self) -> int:
        return sum(1 for one in self.members if not one.absent_because)

    @property
    def is_written(self) -> bool:
        return not self.report.is_frozen


def kept_of(request: PlacedRequest, plan: Plan) -> Kept | None:
    """A draft is seen by the municipality that writes it, a signed report by all who see the plan."""
    found = Report.objects.visible_to(request.user).of(plan.organisation, FORM, Period.year(plan.year))
    report = found.select_related("organisation").order_by("-version").first()
    if report is None or (not report.is_frozen and not (request.organisation and request.organisation.pk == plan.organisation_id)):
        return None
    group = WorkingGroup.objects.visible_to(request.user).filter(report=report).first()
    if group is None:
        return None
    papers = PaperSignature.objects.visible_to(request.user).filter(report=report).select_related("file")
    return Kept(report, group, tag_of(report), list(group.members.in_force()), list(report.signatures.all()), list(papers))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PlacedRequest, pk: UUID) -> HttpResponse:
    plan = plan_of(request, pk)
    kept = kept_of(request, plan)
    acts = {}
    may_begin = kept is None and may_plan(request, plan) and Plan.objects.valid().filter(pk=plan.pk).exists()
    if may_begin:
        said = _("Begun: the tables are filled from the plan and the ledger. Write down the working group.")
        acts["begin"] = Act(Nothing, lambda _given: begin(plan=plan, by=request.user), said, to=lambda _made: _group(plan))
    shown = {"plan": plan, "kept": kept, "may_plan": may_plan(request, plan)}
    return page(request, "plans/report.html", lambda: shown, acts)


def _group(plan: Plan) -> str:
    return reverse("plans-report-group", args=[plan.pk])


@dataclass(frozen=True)
class Compared:
    """One source, or all of them last, in two years; `change` is None where either is not known."""

    title: str
    before: Decimal | None
    now: Decimal | None
    address: str = ""

    @property
    def change(self) -> Decimal | None:
        return None if self.before is None or self.now is None else self.now - self.before


@login_required
@require_safe
def years(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """`?with=` is the earlier year; without it the one before."""
    plan = plan_of(request, pk)
    kept = kept_of(request, plan)
    language = get_language() or "lt"
    told = told_of(kept.report, language) if kept else told_of_plan(plan, language)
    earlier = [year for year in reversed(years_of(told)) if year < plan.year]
    asked = request.GET.get("with", "")
    chosen = next((year for year in earlier if str(year) == asked), earlier[0] if earlier else None)
    rows = _compared(told, chosen) if chosen else []
    shown = {"plan": plan, "kept": kept, "earlier": earlier, "chosen": chosen, "rows": rows, "apart": apart(told, chosen) if chosen else []}
    return render(request, "plans/report_years.html", shown)


def _compared(told: Told, year: int) -> list[Compared]:
    names = dict(told.columns)
    columns = [(names[column], column) for column in COLUMNS if column in names]
    return [_column(told, year, title, column) for title, column in (*columns, (str(_("Used in all")), ""))]


def _column(told: Told, year: int, title: str, column: str) -> Compared:
    """Of all columns where none is named."""
    dimension = "column" if column else ""
    before, now = (value(told, FigureKey(OF_YEAR, dimension, column, back)).value for back in (told.year - year, 0))
    return Compared(title, None if before is None else Decimal(before), None if now is None else Decimal(now))
