"""How what stands in a document is written: a figure, a typed number, words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from globa.reports.document import Cell, Computed, Document, FigureKey, Paragraph, Span, Typed, Value, Words
from globa.reports.writing.currency import without_currency
from globa.reports.writing.numbers import NO_BREAK, number
from globa.reports.writing.units import amount, counted, unit_name, unit_of

Plain = dict[str, object]
NOTHING = "–"


def figure(value: Value | None, with_unit: bool = False) -> str:
    """“1 834”, “1 834 paslaugos”; not recorded and not defined are said, never a zero."""
    if value is None or not value.recorded:
        return f"?{NO_BREAK}{_('not recorded')}"
    if value.value is None:
        return NOTHING
    unit = unit_of(value.unit)
    if unit is None:
        return number(value.value)
    return counted(unit, value.value) if with_unit else amount(unit, value.value)


def unit_word(document: Document, key: FigureKey) -> str:
    """The figure's unit as a heading has it."""
    value = document.value(key)
    unit = unit_of(value.unit) if value else None
    return unit_name(unit, 10) or ("Eur" if unit.code == "EUR" else "%") if unit else ""


def span(document: Document, one: Span, bare: bool = False) -> str:
    """`bare`: that it is of euros is said above."""
    text = figure(document.value(one.key), one.with_unit) if isinstance(one, Computed) else one.text
    return without_currency(text) if bare and not isinstance(one, Words) else text


def spans(document: Document, all_of: Iterable[Span], bare: bool = False) -> str:
    return "".join(span(document, one, bare) for one in all_of)


def paragraph(document: Document, one: Paragraph) -> Plain:
    """`pieces` tell apart what is computed and what somebody typed; `text` is the whole."""
    pieces = [{"kind": _kind(part), "text": span(document, part)} for part in one.spans]
    return {"text": "".join(str(piece["text"]) for piece in pieces), "pieces": pieces}


def cell(document: Document, one: Cell, bare: bool = False) -> Plain:
    return {"text": spans(document, one.spans, bare), "note": one.note, "is_figure": isinstance(one.content, Computed | Typed)}


def _kind(one: Span) -> str:
    if isinstance(one, Words):
        return "words"
    return "typed" if isinstance(one, Typed) else "figure"
