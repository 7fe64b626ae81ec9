"""Answering what is doubtful in a plan's document: doubt by doubt, those that want only a look together, and who the bodies are."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from globa.checker.folding import folded
from globa.importers.plans.decisions import Answer, Choice, Decisions, looks_left
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import decide
from globa.registry.access import organisations_visible_to
from globa.registry.accounts.users import User
from globa.web.plans.import_forms import BodiesForm
from globa.web.plans.import_owned import read_of
from globa.web.plans.import_shown import names_of
from globa.web.plans.importing import form_of, page
from globa.web.whereabouts import PlacedRequest


@login_required
@require_POST
def doubt(request: PlacedRequest, pk: UUID, number: int) -> HttpResponse:
    """The doubt with this number, from one. What was not taken is shown again as it was typed."""
    kept, read = read_of(request, pk)
    if not 1 <= number <= len(read.plan.problems):
        raise Http404
    form = form_of(read, kept.decided(), number - 1, request.POST)
    if not form.is_valid():
        return page(request, kept, typed=(number - 1, form), status=422)
    answer, alike = form.answer(), _alike(read, number - 1) if form.is_for_alike else [number - 1]
    decide(plan=kept, by=request.user, change=lambda made: made.doubts.update({str(one): answer for one in alike}))
    return redirect(f"{reverse('plans-import-one', args=[pk])}#d-{number}")


def _alike(read: ReadPlan, number: int) -> list[int]:
    """The same words at other places of the document, in other cells."""
    asked = read.plan.problems[number]
    return [at for at, one in enumerate(read.plan.problems) if (one.doubt, one.values) == (asked.doubt, asked.values)]


@login_required
@require_POST
def looks(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """All that ask for nothing but a look are right: one press, for a conversion may have moved every row."""
    kept, read = read_of(request, pk)

    def change(made: Decisions) -> None:
        made.doubts |= {str(number): Answer(Choice.AS_READ) for number in looks_left(read.plan, made)}

    decide(plan=kept, by=request.user, change=change)
    return redirect(f"{reverse('plans-import-one', args=[pk])}#decide")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bodies(request: PlacedRequest, pk: UUID) -> HttpResponse:
    """Which organisations the printed names are. A name that is one exactly is chosen already, and kept only when it is saved."""
    kept, read = read_of(request, pk)
    names, offered = names_of(read.plan), organisations(request.user)
    likely = {name: _likely(name, offered) for name in names}
    known = kept.decided().bodies
    form = BodiesForm(request.POST if request.method == "POST" else None, names=names, organisations=offered, initial=likely | known)
    if form.is_bound and form.is_valid():
        answers = form.answers()
        decide(plan=kept, by=request.user, change=lambda made: made.bodies.update(answers))
        count = sum(1 for one in answers.values() if one)
        said = ngettext("%(n)s name is an organisation of ours.", "%(n)s names are organisations of ours.", count)
        messages.success(request, said % {"n": count})
        return redirect("plans-import-one", pk)
    proposed = {name for name, one in likely.items() if one and name not in known}
    shown = {"document": kept, "form": form, "fields": [(form[f"body-{at}"], name in proposed) for at, name in enumerate(names)]}
    return render(request, "plans/import_bodies.html", shown, status=422 if form.is_bound else 200)


def organisations(user: User) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in organisations_visible_to(user).order_by("name").values_list("pk", "name")]


def _likely(name: str, offered: list[tuple[str, str]]) -> str:
    alike = [key for key, said in offered if folded(said) == folded(name)]
    return alike[0] if len(alike) == 1 else ""
