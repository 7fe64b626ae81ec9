"""A published report beside the records: what was printed, what is computed, what is true, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counted
from globa.indicators import published
from globa.indicators.figures import Figure
from globa.indicators.published import Row
from globa.indicators.scope import Scope
from globa.registry.organisations import Organisation
from globa.reports.counting import engine_named, scope_of
from globa.vocabulary.period import Period

# Whose report it is and of when; its rows are data beside the declarations.
REPORTS = {"alytus-2023": ("alytus-family-centre", Period.year(2023))}


def compare(name: str, engine: str = "postgres") -> list[dict[str, Any]]:
    """Return every row of the published file; `agrees` says whether the computed figure is the true one."""
    rows = published.rows(name)
    organisation, period = REPORTS[name]
    scope = scope_of(Organisation.objects.coded(organisation), period)
    computed = _computed(rows, scope, engine_named(engine, scope))
    return [_row(row, computed[row.id]) for row in rows]


def _computed(rows: Iterable[Row], scope: Scope, engine: Engine) -> dict[str, Figure]:
    """Count the whole figures in one go and every breakdown once, however many rows print parts of it."""
    rows = list(rows)
    whole = {figure.code: figure for figure in counted.compute([scope], engine, sorted({row.indicator for row in rows}))}
    parts: dict[tuple[str, str], dict[str, Figure]] = {}
    found = {}
    for row in rows:
        if not row.dimension:
            found[row.id] = whole[row.indicator]
            continue
        key = (row.indicator, row.dimension)
        if key not in parts:
            parts[key] = {one.code: one.figure for one in counted.breakdown(scope, row.indicator, row.dimension, engine)}
        found[row.id] = parts[key].get(row.part) or counted.part(scope, row.indicator, row.where, engine)
    return found


def _row(row: Row, figure: Figure) -> dict[str, Any]:
    english = (get_language() or "").startswith("en")
    agrees = figure.value is not None and Decimal(figure.value) == row.true_number
    return {
        "id": row.id,
        "label": row.label_en if english else row.label_lt,
        "published": _as_printed(row.value),
        "computed": _like(row.truth, figure.value),
        "truth": _as_printed(row.truth),
        "agrees": agrees,
        "figure": row.indicator if not row.dimension else f"{row.indicator}[{row.dimension}={row.part}]",
    }


def _as_printed(text: str) -> Any:
    """A number where a number is printed, else the words: "virš 1800", "100 %"."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _like(truth: str, value: int | Decimal | None) -> Any:
    """A share is written as the report writes it."""
    return f"{Decimal(value).normalize():f} %" if truth.endswith("%") and value is not None else value
