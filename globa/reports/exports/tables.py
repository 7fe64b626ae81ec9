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
from globa.reports.writing.balance import came_and_left
from globa.reports.writing.currency import is_said_above
from globa.reports.writing.numbers import MINUS, NO_BREAK, number
from globa.reports.writing.spans import NOTHING, Plain, cell, figure, spans, unit_word

LONGEST_NUMBER, LONGEST_TEXT, WIDE = 18, 60, 7


def table(document: Document, given: Table) -> Plain:
    """
    `numeric` says of each column whether its cells are numbers, which stand to the right.

    `weights` are how much room each column, that of the titles first, wants beside the others; 0 is only what it needs, which
    `room` tells in letters. A wide table lies on its page.
    """
    bare = [is_said_above(given, place) for place in range(len(given.columns))]
    rows = [_row(document, row, bare) for row in given.rows]
    numeric = [_is_numeric(given, rows, place) for place in range(len(given.columns))]
    return laid_out(given.caption, given.head, list(given.columns), numeric, rows, given.note) | ({"is_wide": True} if given.lies else {})


def laid_out(caption: str, head: str, columns: list[str], numeric: list[bool], rows: list[Plain], note: str = "") -> Plain:
    texts = [[head, *(str(row["title"]) for row in rows)]]
    texts += [[title, *(_text(row, place) for row in rows)] for place, title in enumerate(columns)]
    return {
        "kind": "table",
        "caption": caption,
        "head": head,
        "columns": columns,
        "numeric": numeric,
        "weights": [_weight(column, is_number) for column, is_number in zip(texts, [False, *numeric], strict=True)],
        "room": [_room(column) for column in texts],
        "is_wide": sum(numeric) >= WIDE,
        "rows": rows,
        "note": note,
    }


def _weight(texts: list[str], is_number: bool) -> int:
    """A numeric column under a long heading would take the heading's length: it gets that of its longest word."""
    longest_word = max((len(word) for text in texts for word in text.replace(NO_BREAK, "_").split()), default=0)
    if is_number:
        return 0 if len(texts[0]) <= LONGEST_NUMBER else longest_word + 3
    return max(10, longest_word + 4, *(min(len(text), LONGEST_TEXT) for text in texts))


def _room(texts: list[str]) -> int:
    """Letters of the longest number or word, so that none is broken."""
    return max(max(map(len, text.replace(NO_BREAK, "_").split()), default=0) for text in texts)


def _text(row: Plain, place: int) -> str:
    cells = row["cells"]
    assert isinstance(cells, list)
    return str(cells[place]["text"])


def _row(document: Document, row: Row, bare: list[bool]) -> Plain:
    """Of each column, whether it is said above that it is of euros."""
    cells = [cell(document, one, is_bare) for one, is_bare in zip(row.cells, bare, strict=False)]
    missing: list[Plain] = [{"text": "", "note": "", "is_figure": False} for _place in range(len(bare) - len(cells))]
    return {
        "title": spans(document, row.title.spans),
        "note": row.title.note,
        "cells": cells + missing,
        "is_total": row.is_total,
        "is_part": row.is_part,
    }


def _is_numeric(given: Table, rows: list[Plain], place: int) -> bool:
    filled = [row.cells[place] for row in given.rows if place < len(row.cells) and not _is_empty(row.cells[place])]
    is_short = all(len(_text(row, place)) <= LONGEST_NUMBER for row in rows)
    return bool(filled) and is_short and all(cell_is_number(one) for one in filled)


def cell_is_number(one: Cell) -> bool:
    return not one.rest and not isinstance(one.content, Words)


def _is_empty(one: Cell) -> bool:
    return isinstance(one.content, Words) and one.content.text in ("", NOTHING) and not one.rest


def balance(document: Document, given: Balance) -> Plain:
    """33 buvo + 6 atvyko − 14 išvyko = 25 yra."""
    steps = [("", given.opening, pgettext("balance", "were"))]
    closing = document.value(given.closing)
    came, left = came_and_left(closing.unit if closing else "")
    steps += [("+", key, _title(document, key, len(given.came), came)) for key in given.came]
    steps += [(MINUS, key, _title(document, key, len(given.left), left)) for key in given.left]
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
    rows = [_point(document, point, is_target) for point in given.points]
    return laid_out(given.caption, "", columns, [True] * len(columns), rows)


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
    columns = [_("post"), *([pgettext("of a person", "name")] if named else []), _("full-time posts")]
    rows: list[Plain] = []
    for depth, unit in units_with_depth(given.root):
        for place, person in enumerate(unit.people):
            texts = [person.post, *([person.name] if named else []), number(person.fte.normalize())]
            rows.append(_chart_row(unit.name if place == 0 else "", texts, depth))
        if not unit.people:
            rows.append(_chart_row(unit.name, [""] * len(columns), depth))
    return laid_out(given.caption, _("unit"), columns, [False] * (len(columns) - 1) + [True], rows)


def _chart_row(title: str, texts: list[str], depth: int) -> Plain:
    cells = [{"text": text, "note": "", "is_figure": False} for text in texts]
    return {"title": title, "note": "", "cells": cells, "is_total": False, "is_part": depth > 1}
