"""The figures of a plan, counted over its plain rows; the rows behind a number are the same expression without its last step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from globa.reports.document import FigureKey, Value
from globa.reports.implementation.told import Expected, Side, Sum, Told
from globa.reports.implementation.years_apart import years_known
from globa.reports.plan_figures import FIGURES, OF_YEAR, PLANNED, REACHED, TREE, USED, is_of_a_plan


@dataclass(frozen=True)
class Placed:
    """A row of money with where in the plan it stands."""

    row: Sum
    where: dict[str, str]


def value(told: Told, key: FigureKey) -> Value:
    """A part of the plan that does not exist is not recorded; where there is no sum the figure is not defined, and never a zero."""
    figure = FIGURES[key.code]
    if key.code == REACHED:
        return _reached(told, key)
    found = list(placed(told, key))
    known = [one.row.amount for one in found if one.row.amount is not None]
    amount = sum(known, Decimal(0)) if known else None
    year = str(told.year - key.years_back)
    is_there = bool(found) or _exists(told, key)
    return Value(
        key, title(told, key), amount, figure.unit.code, year,
        recorded=is_there, evidence_count=len(found), definition=figure.fingerprint,
    )  # fmt: skip


def values(told: Told, keys: Iterable[FigureKey]) -> dict[str, Value]:
    return {str(key): value(told, key) for key in dict.fromkeys(keys) if is_of_a_plan(key)}


def placed(told: Told, key: FigureKey) -> Iterator[Placed]:
    """The rows of money that the figure counts, in the order of the plan."""
    for one in _rows(told, key):
        if all(one.where.get(name) == part for name, part in key.where.items()):
            yield one


def _rows(told: Told, key: FigureKey) -> Iterator[Placed]:
    if key.code == OF_YEAR:
        yield from _of_year(told, told.year - key.years_back)
    elif not key.years_back:
        yield from _of_lines(told, key.code)
    elif key.code == USED:
        yield from _of_lines_before(told, told.year - key.years_back)


def _of_lines(told: Told, code: str) -> Iterator[Placed]:
    for goal, objective, measure, line in told.lines():
        side: Side = line.planned if code == PLANNED else line.used
        where = {"goal": goal.no, "objective": objective.no, "measure": measure.no, "line": line.no}
        for row in side.sums:
            yield Placed(row, where | _paid(row))


def _of_lines_before(told: Told, year: int) -> Iterator[Placed]:
    for one in told.before:
        if one.year == year:
            where = {"goal": one.goal, "measure": one.measure}
            yield from (Placed(row, where | _paid(row)) for row in one.used)


def _of_year(told: Told, year: int) -> Iterator[Placed]:
    if year == told.year:
        yield from _of_lines(told, USED)
        yield from (Placed(one.cost, _paid(one.cost)) for one in told.beside if one.cost)
    else:
        yield from (Placed(row, _paid(row)) for row in dict(told.earlier).get(year, ()))


def _paid(row: Sum) -> dict[str, str]:
    return {"source": row.source, "column": row.column}


def _exists(told: Told, key: FigureKey) -> bool:
    """Whether the plan has such a place, though no money stands there. Of a year that only a document tells nothing else is known."""
    if key.code == OF_YEAR:
        return told.year - key.years_back in years_known(told)
    tree = {name: part for name, part in key.where.items() if name in TREE}
    if not key.years_back and not tree:
        return True
    return any(tree.items() <= place.items() for place in _places(told, key))


def _places(told: Told, key: FigureKey) -> Iterator[dict[str, str]]:
    """Of an earlier year there are used sums alone, by measure."""
    if not key.years_back:
        yield from ({"goal": g.no, "objective": o.no, "measure": m.no, "line": line.no} for g, o, m, line in told.lines())
    elif key.code == USED:
        year = told.year - key.years_back
        yield from ({"goal": one.goal, "measure": one.measure} for one in told.before if one.year == year)


def title(told: Told, key: FigureKey) -> str:
    """“Money used: 1.1.2, municipal budget”; of a measure in an earlier year with that year."""
    named = dict(told.sources) | dict(told.columns)
    parts = [named.get(part, part) for part in key.where.values()]
    parts += [str(told.year - key.years_back)] if key.years_back and key.code == USED else []
    said = _(FIGURES[key.code].title)
    return f"{said}: {', '.join(parts)}" if parts else said


def _reached(told: Told, key: FigureKey) -> Value:
    found = expected_of(told, key)
    said = _(FIGURES[REACHED].title)
    return Value(
        key, f"{said}: {found.text}" if found else said, found.reached if found else None, found.unit if found else "",
        str(told.year), recorded=bool(found and found.is_counted and found.reached is not None),
        evidence_count=found.count if found else 0, definition=FIGURES[REACHED].fingerprint,
    )  # fmt: skip


def expected_of(told: Told, key: FigureKey) -> Expected | None:
    return next((one for _line, one in told.expected() if one.key == key.part), None)


def rows_behind(told: Told, key: FigureKey) -> list[dict[str, Any]]:
    """Of money, as plain data to be frozen with a signature: what is empty is left out."""
    return [_plain(one) for one in placed(told, key)]


def _plain(one: Placed) -> dict[str, Any]:
    row = {
        "record": one.row.record,
        "happened_on": one.row.day.isoformat() if one.row.day else "",
        "amount": str(one.row.amount) if one.row.amount is not None else "",
        "source": one.row.source,
        "purpose": one.row.purpose,
        "document": one.row.document,
        "line": one.where.get("line", one.where.get("measure", "")),
    }
    return {name: said for name, said in row.items() if said}
