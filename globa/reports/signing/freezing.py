"""Gathering what a signature freezes: the rows behind every figure, and the version of every record among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Max

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counted
from globa.indicators.scope import Scope
from globa.indicators.version import version
from globa.registry.organisations import Organisation
from globa.reports.counting import card, here, scope_of
from globa.reports.document import Document, FigureKey, Value
from globa.reports.implementation.counting import expected_of, rows_behind
from globa.reports.implementation.reading import told_of
from globa.reports.implementation.told import Told
from globa.reports.keeping.reports import Report
from globa.reports.plan_figures import FIGURES, REACHED, is_of_a_plan
from globa.reports.plan_results.scopes import institutions
from globa.reports.signing.canonical import canonical, fingerprint
from globa.reports.signing.frozen import SignedContent, SignedFigure, SignedRecord
from globa.vocabulary.period import Period


def freeze(report: Report, document: Document) -> SignedContent:
    """Write content, figures and record versions. Runs inside the operation of whoever signs."""
    text = canonical(document)
    content = SignedContent.objects.create(
        organisation_id=report.organisation_id, report=report, document=text.decode(), fingerprint=fingerprint(text), catalogue=version()
    )
    engine = here()
    scopes = Scopes(report.organisation, report.period)
    plan = told_of(report, document.language)
    figures = [
        _of_a_plan(report, value, plan, engine) if is_of_a_plan(value.key) else _figure(report, value, scopes, engine)
        for value in document.values.values()
    ]
    SignedFigure.objects.bulk_create(figures)
    named = {row["record"] for figure in figures for row in (*figure.evidence, *figure.evidence_to)}
    SignedRecord.objects.bulk_create(
        SignedRecord(organisation_id=report.organisation_id, report=report, record=record, version=newest)
        for record, newest in versions_of(named).items()
    )
    return content


class Scopes:
    """The scope of the report's own period and of earlier years, each made once."""

    def __init__(self, organisation: Organisation, period: Period) -> None:
        self._own = scope_of(organisation, period)

    def of(self, key: FigureKey) -> Scope:
        return replace(self._own, period=earlier(self._own.period, key.years_back))


def earlier(period: Period, years: int) -> Period:
    """The same stretch so many years before; 29 February becomes 28."""
    return Period(_earlier_day(period.begins, years), _earlier_day(period.ends, years))


def _earlier_day(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _figure(report: Report, value: Value, scopes: Scopes, engine: Engine) -> SignedFigure:
    known = card(value.key.code)
    scope = scopes.of(value.key)
    return SignedFigure(
        organisation_id=report.organisation_id,
        report=report,
        figure=str(value.key),
        value=value.value,
        definition=value.definition or known.fingerprint,
        means=known.means,
        evidence=evidence_rows(value.key, scope, engine) if value.value is not None else [],
        evidence_to=evidence_rows(value.key, scope, engine, side="to") if value.value is not None and known.is_ratio else [],
    )


def _of_a_plan(report: Report, value: Value, plan: Told, engine: Engine) -> SignedFigure:
    return SignedFigure(
        organisation_id=report.organisation_id,
        report=report,
        figure=str(value.key),
        value=value.value,
        definition=value.definition,
        means=FIGURES[value.key.code].means,
        evidence=plan_rows(plan, value.key, report, engine),
    )


def plan_rows(plan: Told, key: FigureKey, report: Report, engine: Engine) -> list[dict[str, Any]]:
    """Amounts and entries behind a sum of money; behind a result the rows of the figure that answers it."""
    if key.code != REACHED:
        return rows_behind(plan, key)
    found = expected_of(plan, key)
    asked = FigureKey.parse(found.figure) if found and found.figure else None
    if found is None or asked is None or found.reached is None:
        return []
    where = institutions(report.working_group.plan, [UUID(one) for one in found.institutions])
    return evidence_rows(asked, where.scope(frozenset(found.institutions)), engine)


def evidence_rows(key: FigureKey, scope: Scope, engine: Engine, side: str = "") -> list[dict[str, Any]]:
    """Every row behind a figure, as plain data: what is empty is left out."""
    chosen = side or card(key.code).line_names[0]
    found = counted.evidence(scope, key.code, engine, where=key.where, limit=counted.EVERYTHING, total=0, side=chosen)
    return _plain_rows(found)


def rows_of_each(keys: Iterable[FigureKey], scopes: Scopes, engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """By the text of its key, every row behind a figure, of a ratio those of both its sides; one statement a fact table."""
    asked = [(str(key), counted.Behind(scopes.of(key), key.code, key.where, side)) for key in keys for side in card(key.code).line_names]
    rows: dict[str, list[dict[str, Any]]] = {}
    for (key, _one), found in zip(asked, counted.evidence_of_each([one for _key, one in asked], engine), strict=True):
        rows.setdefault(key, []).extend(_plain_rows(found))
    return rows


def _plain_rows(found: counted.Evidence) -> list[dict[str, Any]]:
    return [_plain(dict(zip(found.columns, row, strict=True))) for row in found.rows]


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, date | Decimal) else value for name, value in row.items() if value not in (None, "")}


def versions_of(records: Iterable[str]) -> dict[str, int | None]:
    """The number of the newest history row of every record; one query a kind of record."""
    by_kind: dict[str, list[str]] = {}
    for record in records:
        kind, _colon, pk = record.partition(":")
        by_kind.setdefault(kind, []).append(pk)
    found: dict[str, int | None] = {}
    for kind, keys in by_kind.items():
        found |= dict.fromkeys((f"{kind}:{pk}" for pk in keys), None)
        history = getattr(apps.get_model(kind), "pgh_event_model", None)
        if history is not None:
            rows = history._default_manager.filter(pgh_obj_id__in=keys).values_list("pgh_obj_id").annotate(Max("pgh_id"))
            found |= {f"{kind}:{pk}": newest for pk, newest in rows}
    return found
