"""Writing one text of a report: with figures chosen from a search, a preview, and last year's words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from globa.reports.counting import here, scope_of
from globa.reports.document import Cell, Document, FigureKey, Passage, Table
from globa.reports.forms import is_of_a_plan
from globa.reports.implementation.reading import told_of
from globa.reports.keeping import reports as keeping
from globa.reports.keeping.reports import Report
from globa.reports.texts.references import checked, with_living_number
from globa.vocabulary.refusal import Refusal
from globa.web.reports.comparing import changes
from globa.web.reports.draft import drafted, texts_of, texts_of_last_year
from globa.web.reports.drawn import Drawing
from globa.web.reports.findings import block_of, by_text, found_in, mend_of, typed_of
from globa.web.reports.inserting import candidates, inserted, parts
from globa.web.reports.inserting_plan import of_plan
from globa.web.reports.numbers import Numbers, with_unit
from globa.web.reports.rights import form_of, writable
from globa.web.whereabouts import PlacedRequest


class TextForm(forms.Form):
    text = forms.CharField(label=_("Text"), required=False, strip=False, max_length=20_000, widget=forms.Textarea({"rows": 12}))
    find = forms.CharField(label=_("Find a figure"), required=False, max_length=200)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").strip()
        try:
            return checked(text)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.said(gettext)) from refusal


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, pk: UUID, place: str) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = writable(asked, pk)
    if request.method != "POST":
        return _shown(asked, report, place, None, TextForm(initial={"text": None}))
    if "take-back" in request.POST:
        _known(report, place)
        keeping.take_back(report=report, place=place, by=asked.user)
        messages.success(request, gettext("The form's own text stands again."))
        return redirect("reports-text", pk, place)
    if "save" in request.POST:
        return _saved(asked, report, place)
    return _shown(asked, report, place, _tried(request.POST), None)


def _saved(request: PlacedRequest, report: Report, place: str) -> HttpResponse:
    form = TextForm(request.POST)
    if not form.is_valid():
        return _shown(request, report, place, request.POST.get("text", ""), form)
    _known(report, place)
    keeping.write(report=report, place=place, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, gettext("Written. What stood there before stays in the history."))
    return redirect(f"{reverse('reports-report', args=[report.pk])}#b-{block_of(place)}")


def _tried(given: QueryDict) -> str:
    """The text as typed, with the reference that was just chosen in it."""
    typed = str(given.get("text", "")).replace("\r\n", "\n")
    if reference := given.get("insert"):
        return inserted(typed, str(reference))
    if mend := given.get("mend"):
        return mended(typed, str(mend))[1]
    return typed


def _known(report: Report, place: str) -> None:
    """Only places of the form, or of a table that a person writes in, have a text."""
    tables = {block.key for _section, block in form_of(report).blocks()}
    if place not in form_of(report).passages() and block_of(place) not in tables:
        raise Http404


def _shown(request: PlacedRequest, report: Report, place: str, typed: str | None, form: TextForm | None) -> HttpResponse:
    _known(report, place)
    draft = drafted(report, get_language() or "lt", {} if typed is None else {place: typed})
    block = _place_in(draft.document, place)
    source = typed if typed is not None else _source(report, block, place)
    passage = draft.form.passages().get(place)
    before = block.before if isinstance(block, Passage) and block.before is not None else texts_of_last_year(report).get(place)
    found = by_text(found_in(report.pk, draft.findings, {}, draft.document))
    drawing = Drawing(draft.document, Numbers(report.pk, draft.document), found)
    shown = {
        "report": report,
        "place": place,
        "document": draft.document,
        "title": _title(draft.document, place),
        "form": form if form and form.is_bound else TextForm(initial={"text": source, "find": request.POST.get("find", "")}),
        "own": passage.text.lt.strip() if passage else "",
        "differs_from_form": passage is not None and passage.text.lt.strip() != source.strip(),
        "preview": drawing.paragraphs(block) if isinstance(block, Passage) else [drawing.spans_of(block, place)] if block else [],
        "typed": list(_typed(draft.document, place)),
        "before": before,
        "changes": changes(before, source) if before is not None and before.strip() != source.strip() else [],
        **_search(request.POST, report),
    }
    return render(request, "reports/text.html", shown, status=422 if form and form.is_bound else 200)


def _search(given: QueryDict, report: Report) -> dict[str, Any]:
    asked, part = str(given.get("find", "")).strip(), str(given.get("parts", ""))
    if not asked and not part:
        return {}
    scope, engine = scope_of(report.organisation, report.period), here()
    found = parts(part, scope, engine) if part else candidates(asked, scope, engine)
    if asked and not part and is_of_a_plan(report.form):
        found = [*of_plan(asked, told_of(report, get_language() or "lt")), *found]
    return {"asked": asked, "found": found, "searched": True}


def _place_in(document: Document, place: str) -> Passage | Cell | None:
    for _section, block in document.blocks():
        if isinstance(block, Passage) and block.key == place:
            return block
        if isinstance(block, Table):
            for row in block.rows:
                for cell in (row.title, *row.cells):
                    if cell.key == place:
                        return cell
    return None


def _source(report: Report, block: Passage | Cell | None, place: str) -> str:
    return block.source if isinstance(block, Passage) else texts_of(report).get(place, "")


def _title(document: Document, place: str) -> str:
    for section, block in document.blocks():
        if block.key == block_of(place):
            return section.title
    return document.title


def _typed(document: Document, place: str) -> Iterator[dict[str, str]]:
    """Numbers typed by hand that seem to mean a figure, with what puts the living one there."""
    for at, typed in typed_of(document):
        value = document.value(typed.means) if typed.means and at == place else None
        if value is not None and typed.means is not None:
            yield {
                "text": typed.text, "title": value.title, "true": with_unit(value, value.value),
                "mend": mend_of(place, typed, typed.means),
            }  # fmt: skip


def mended(source: str, mend: str) -> tuple[str, str]:
    """The place and its text with the living number; unchanged where the typed one is no longer there."""
    given = QueryDict(mend)
    key, at = FigureKey.parse(str(given.get("key", ""))), str(given.get("at", ""))
    if key is None or not at.isdecimal():
        return str(given.get("place", "")), source
    return str(given.get("place", "")), with_living_number(source, int(at), str(given.get("typed", "")), key)


@login_required
@require_POST
def replace(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put the living figure in the place of a number typed by hand, from the document's own page."""
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = writable(asked, pk)
    mend = str(request.POST.get("mend", ""))
    place = str(QueryDict(mend).get("place", ""))
    _known(report, place)
    document = drafted(report, get_language() or "lt").document
    source = _source(report, _place_in(document, place), place)
    _place, text = mended(source, mend)
    if text == source:
        messages.warning(request, gettext("The number is no longer there: somebody changed the text. Nothing was replaced."))
    else:
        keeping.write(report=report, place=place, text=checked(text), by=asked.user)
        messages.success(request, gettext("The living figure stands there now."))
    return redirect(f"{reverse('reports-report', args=[pk])}#b-{block_of(place)}")
