"""Tables, balances and the organisation chart as plain dictionaries of words."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from globa.reports.document import (
    Balance,
    Cell,
    ChartUnit,
    Document,
    FigureKey,
    OrganisationChart,
    Picture,
    PictureKind,
    Point,
    Row,
    Table,
    Words,
)
from globa.reports.exports.writing import NOTHING, Plain, cell, figure, spans, unit_word
from globa.reports.writing.days import iso
from globa.reports.writing.numbers import MINUS, number


def table(document: Document, given: Table) -> Plain:
    """`numeric` says of each column whether its cells are numbers, which stand to the right."""
    rows = [_row(document, row, len(given.columns)) for row in given.rows]
    return {
        "kind": "table",
        "caption": given.caption,
        "head": given.head,
        "columns": list(given.columns),
        "numeric": [_is_numeric(given, place) for place in range(len(given.columns))],
        "rows": rows,
        "note": given.note,
    }


def _row(document: Document, row: Row, width: int) -> Plain:
    cells = [cell(document, one) for one in row.cells[:width]]
    missing: list[Plain] = [{"text": "", "note": "", "is_figure": False} for _place in range(width - len(cells))]
    return {
        "title": spans(document, row.title.spans),
        "note": row.title.note,
        "cells": cells + missing,
        "is_total": row.is_total,
        "is_part": row.is_part,
    }


def _is_numeric(given: Table, place: int) -> bool:
    filled = [row.cells[place] for row in given.rows if place < len(row.cells) and not _is_empty(row.cells[place])]
    return bool(filled) and all(cell_is_number(one) for one in filled)


def cell_is_number(one: Cell) -> bool:
    return not one.rest and not isinstance(one.content, Words)


def _is_empty(one: Cell) -> bool:
    return isinstance(one.content, Words) and one.content.text in ("", NOTHING) and not one.rest


def balance(document: Document, given: Balance) -> Plain:
    """33 buvo + 6 atvyko − 14 išvyko = 25 yra."""
    steps = [("", given.opening, pgettext("balance", "were"))]
    steps += [("+", key, _title(document, key, len(given.came), pgettext("balance", "came"))) for key in given.came]
    steps += [(MINUS, key, _title(document, key, len(given.left), pgettext("balance", "left"))) for key in given.left]
    steps += [("=", given.closing, pgettext("balance", "are"))]
    parts = [{"sign": sign, "number": figure(document.value(key)), "word": word} for sign, key, word in steps]
    return {"kind": "balance", "parts": parts, "text": " ".join(" ".join(filter(None, part.values())) for part in parts)}


def _title(document: Document, key: FigureKey, among: int, alone: str) -> str:
    value = document.value(key)
    return value.title if among > 1 and value else alone


def picture_table(document: Document, given: Picture) -> Plain:
    """The same numbers as the picture shows."""
    is_target = given.kind is PictureKind.TARGET
    units = {unit_word(document, point.key) for point in given.points}
    columns = [_("planned"), _("reached")] if is_target else [units.pop() if len(units) == 1 else pgettext("column", "number")]
    return {
        "kind": "table",
        "caption": given.caption,
        "head": "",
        "columns": columns,
        "numeric": [True] * len(columns),
        "rows": [_point(document, point, is_target) for point in given.points],
        "note": "",
    }


def _point(document: Document, point: Point, is_target: bool) -> Plain:
    reached = figure(document.value(point.key))
    texts = [target(point), reached] if is_target else [reached]
    cells = [{"text": text, "note": "", "is_figure": True} for text in texts]
    return {"title": point.label, "note": "", "cells": cells, "is_total": False, "is_part": False}


def target(point: Point) -> str:
    """“at least 4”: what was aimed at, with how it was meant."""
    if point.target is None:
        return NOTHING
    meant = {
        "at_least": _("at least %s"),
        "more_than": _("more than %s"),
        "at_most": _("at most %s"),
        "less_than": _("less than %s"),
        "about": _("about %s"),
    }.get(point.meant.value if point.meant else "", "%s")
    return meant % number(point.target)


def units_with_depth(unit: ChartUnit, depth: int = 0) -> Iterator[tuple[int, ChartUnit]]:
    yield depth, unit
    for below in unit.units:
        yield from units_with_depth(below, depth + 1)


def chart_table(given: OrganisationChart) -> Plain:
    """Unit by unit, who works in which post; without a column of names where the form shows none."""
    named = any(person.name for _depth, unit in units_with_depth(given.root) for person in unit.people)
    columns = [_("post"), *([_("name")] if named else []), _("full-time posts")]
    rows: list[Plain] = []
    for depth, unit in units_with_depth(given.root):
        for place, person in enumerate(unit.people):
            texts = [person.post, *([person.name] if named else []), number(person.fte.normalize())]
            rows.append(_chart_row(unit.name if place == 0 else "", texts, depth))
        if not unit.people:
            rows.append(_chart_row(unit.name, [""] * len(columns), depth))
    caption = f"{given.caption} {iso(given.on)}" if iso(given.on) not in given.caption else given.caption
    numeric = [False] * (len(columns) - 1) + [True]
    return {"kind": "table", "caption": caption, "head": _("unit"), "columns": columns, "numeric": numeric, "rows": rows, "note": ""}


def _chart_row(title: str, texts: list[str], depth: int) -> Plain:
    cells = [{"text": text, "note": "", "is_figure": False} for text in texts]
    return {"title": title, "note": "", "cells": cells, "is_total": False, "is_part": depth > 1}
