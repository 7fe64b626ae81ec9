"""What differs today from what was signed: figure by figure, by which record, who changed it, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from globa.facts.engines.engine import Engine
from globa.indicators.parting import parted
from globa.journal.operations import Operation
from globa.reports.counting import card, here
from globa.reports.document import Amount, Document, FigureKey, Value
from globa.reports.implementation.counting import values as plan_values
from globa.reports.implementation.reading import told_of
from globa.reports.keeping.reports import Report
from globa.reports.plan_figures import is_of_a_plan
from globa.reports.signing.canonical import read
from globa.reports.signing.freezing import Scopes, plan_rows, rows_of_each
from globa.reports.signing.frozen import SignedFigure

OFFICIAL = "lt"
TIMES = "times"
"""Not a column: behind how many rows of the figure the record stands."""


@dataclass(frozen=True)
class RecordDifference:
    """
    `kind` is added, removed or changed; `changed` are the fact columns that differ: (name, then, now).

    `operation` is the last change of the record since, None when another record (a person, a home) changed what it says.
    """

    record: str
    kind: str
    changed: tuple[tuple[str, Any, Any], ...] = ()
    operation: Operation | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Difference:
    """A figure whose value is another today."""

    signed: Value
    today: Amount | None
    records: tuple[RecordDifference, ...]


def differences(report: Report) -> list[Difference]:
    """
    Compare every signed figure with today's value; only those that moved are followed to their records.

    Empty when nothing moved. A figure that can no longer be counted has today's value None.
    """
    signed = read(report.content.document).values
    engine, scopes = here(), Scopes(report.organisation, report.period)
    today = _moved(report, signed, scopes, engine)
    if not today:
        return []
    moved = {key: signed[key] for key in today}
    frozen = {row.figure: row for row in SignedFigure.objects.filter(report=report, figure__in=list(moved))}
    plan = told_of(report, OFFICIAL)
    now = rows_of_each([value.key for value in moved.values() if not is_of_a_plan(value.key)], scopes, engine)
    now |= {key: plan_rows(plan, value.key, report, engine) for key, value in moved.items() if is_of_a_plan(value.key)}
    rows = {key: by_record(_then(frozen, value.key), now.get(key, ())) for key, value in moved.items()}
    known = changed_by({one.record for found in rows.values() for one in found}, report)
    return [Difference(value, today[key], _explained(_that_count(rows[key], value.key), known)) for key, value in moved.items()]


def moved_values(report: Report, document: Document) -> dict[str, Amount | None]:
    """Today's value of every figure that has another than the signed document says, by the text of its key."""
    return _moved(report, document.values, Scopes(report.organisation, report.period), here())


def _moved(report: Report, signed: Mapping[str, Value], scopes: Scopes, engine: Engine) -> dict[str, Amount | None]:
    of_a_plan = [value for value in signed.values() if is_of_a_plan(value.key)]
    today = values_today([value for value in signed.values() if not is_of_a_plan(value.key)], scopes, engine)
    if of_a_plan:
        found = plan_values(told_of(report, OFFICIAL), (value.key for value in of_a_plan))
        today |= {key: value.value for key, value in found.items()}
    return {key: today.get(key) for key, value in signed.items() if value.value is not None and today.get(key) != value.value}


def values_today(values: Iterable[Value], scopes: Scopes, engine: Engine) -> dict[str, Amount | None]:
    """One statement a fact table, however many figures, parts and years."""
    keys = [value.key for value in values]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for key in keys:
        groups.setdefault(key.code, []).append(tuple(key.where))
    of_year = {key.years_back: scopes.of(key) for key in keys}
    answers = dict(zip(of_year, parted(list(of_year.values()), groups, engine), strict=True))
    return {str(key): answers[key.years_back][key.code, tuple(key.where)].part(tuple(key.where.values())).value for key in keys}


def _then(frozen: Mapping[str, SignedFigure], key: FigureKey) -> list[dict[str, Any]]:
    row = frozen.get(str(key))
    return [*row.evidence, *row.evidence_to] if row else []


def by_record(then: Iterable[Mapping[str, Any]], now: Iterable[Mapping[str, Any]]) -> list[RecordDifference]:
    """The difference of two runs by record: what one has and the other lacks, and what says something else."""
    before, after = _grouped(then), _grouped(now)
    found = []
    for record in sorted(before.keys() | after.keys()):
        if record not in before:
            found.append(RecordDifference(record, "added"))
        elif record not in after:
            found.append(RecordDifference(record, "removed"))
        elif before[record] != after[record]:
            found.append(RecordDifference(record, "changed", _said_otherwise(before[record], after[record])))
    return found


def _grouped(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """A record may stand behind several rows, as a service with several recipients does."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda one: sorted((name, str(value)) for name, value in one.items())):
        found.setdefault(row["record"], []).append(row)
    return found


def _said_otherwise(before: list[Mapping[str, Any]], after: list[Mapping[str, Any]]) -> tuple[tuple[str, Any, Any], ...]:
    """The rows that differ, side by side; where a record stands behind more or fewer than then, how many first."""
    then, now = [row for row in before if row not in after], [row for row in after if row not in before]
    times = ((TIMES, len(before), len(after)),) if len(before) != len(after) else ()
    return times + (_columns(then[0], now[0]) if then and now else ())


def _columns(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return tuple((name, before.get(name), after.get(name)) for name in names)


def changed_by(records: Iterable[str], report: Report) -> dict[str, tuple[Operation | None, datetime]]:
    """The last change of each record after it was signed; one query a kind of record and one for the operations."""
    signed = dict(report.records.filter(record__in=list(records)).values_list("record", "version"))
    by_kind: dict[str, list[str]] = {}
    for record in records:
        kind, _colon, pk = record.partition(":")
        by_kind.setdefault(kind, []).append(pk)
    newest: dict[str, Any] = {}
    for kind, keys in by_kind.items():
        history = getattr(apps.get_model(kind), "pgh_event_model", None)
        if history is None:
            continue
        rows = history._default_manager.filter(pgh_obj_id__in=keys).select_related("pgh_context")
        for event in rows.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id"):
            if event.pgh_id > (signed.get(f"{kind}:{event.pgh_obj_id}") or 0):
                newest[f"{kind}:{event.pgh_obj_id}"] = event
    named = {record: event.pgh_context.metadata.get("operation") for record, event in newest.items() if event.pgh_context}
    operations = Operation.objects.in_bulk([UUID(one) for one in named.values() if one])
    found = {}
    for record, event in newest.items():
        one = named.get(record)
        found[record] = (operations.get(UUID(one)) if one else None, event.pgh_created_at)
    return found


def _that_count(rows: Iterable[RecordDifference], key: FigureKey) -> list[RecordDifference]:
    """A record that says something else explains the figure where the figure is counted from just that, or counts it more often."""
    if is_of_a_plan(key):
        return list(rows)
    counted_from = {TIMES, *(column for line in card(key.code).lines for column in line.value.columns)}
    return [one for one in rows if one.kind != "changed" or any(name in counted_from for name, _then, _now in one.changed)]


def _explained(rows: Iterable[RecordDifference], known: Mapping[str, tuple[Operation | None, datetime]]) -> tuple[RecordDifference, ...]:
    return tuple(RecordDifference(one.record, one.kind, one.changed, *known[one.record]) if one.record in known else one for one in rows)
