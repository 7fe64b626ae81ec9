"""
Figures of an organisation: its place in the tree and what it records become the scope of the count.

Everything here runs in the transaction that is open, for whoever acts in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.utils.translation import gettext

from globa.facts.engines.engine import Engine, Statement
from globa.facts.engines.postgres import AsKnown, Postgres
from globa.indicators import compiled
from globa.indicators import figures as counted
from globa.indicators.card import Card
from globa.indicators.figures import Figure
from globa.indicators.refusals import UnknownIndicator
from globa.indicators.scope import Scope
from globa.journal.together import in_one_trip
from globa.registry.organisations import BELOW_THESE, Organisation, OrganisationKind
from globa.registry.recording import Recording
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NoRecordsOfItsOwn(Refusal):
    """A unit or home group is a part of its institution's figures."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“%(name)s” keeps no records of its own, so figures are not counted for it alone. Count them for its "
                "institution, and open a figure by home or unit."
            ),
            name=name,
        )


def scope_of(organisation: Organisation, period: Period) -> Scope:
    """
    Return the institutions whose rows count for the organisation, with what each records since when. One query.

    Of a period that has not begun nothing is recorded, by whoever records: neither 0 services nor all children still in their beds.
    """
    tree = RawSQL(BELOW_THESE, [[organisation.pk]])  # noqa: S611 - a constant of ours, and the key goes in as a parameter
    below = Organisation.objects.filter(pk__in=tree, kind=OrganisationKind.INSTITUTION)
    recorded = Recording.objects.filter(organisation=OuterRef("pk")).values(start=JSONObject(table="table", day="since"))
    found = below.order_by("code").values_list("pk", ArraySubquery(recorded))
    ids = tuple(str(pk) for pk, _starts in found)
    if not ids and organisation.kind not in (OrganisationKind.NATIONAL_SERVICE, OrganisationKind.MUNICIPALITY):
        raise NoRecordsOfItsOwn(str(organisation))
    recording: dict[str, dict[str, date]] = {}
    if period.begins > today():
        return Scope(str(organisation.pk), period, ids, recording)
    for pk, starts in found:
        for start in starts:
            recording.setdefault(start["table"], {})[str(pk)] = date.fromisoformat(start["day"])
    return Scope(str(organisation.pk), period, ids, recording)


class Here(Postgres):
    """Counts over all rows of the actor's organisations: a figure names nobody. What is asked at once goes in one trip to the server."""

    def ask(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        return in_one_trip(statements, counting=True)


class HereAsKnown(AsKnown, Here):
    """The same by the second clock."""


def here() -> Here:
    """The engine of the open transaction: rows of organisations that the actor may not see are not counted."""
    return Here(connection.cursor)


def as_known(at: datetime) -> HereAsKnown:
    """The engine of the second clock: figures by the records as they were known at an instant."""
    return HereAsKnown(connection.cursor, at)


def engine_named(name: str, scope: Scope) -> Engine:
    if name == "postgres":
        return here()
    # DuckDB and Arrow stay out of the web process.
    from globa.facts.engines import snapshot

    with connection.cursor() as cursor:
        return snapshot.in_memory(cursor, scope.organisations)


def card(code: str) -> Card:
    """Return what is known of an indicator; an unknown code is refused with the nearest one."""
    _known, (found,) = compiled.of([code])
    return found


def split(code: str) -> tuple[str, dict[str, str]]:
    """Read "homes.children-at-closing[school=alytus-school-4]" as an indicator and one of its parts."""
    plain, bracket, inner = code.partition("[")
    dimension, equals, part = inner.removesuffix("]").partition("=")
    if not bracket:
        return code, {}
    if not (equals and inner.endswith("]") and dimension and part):
        raise UnknownIndicator(code, ())
    return plain, {dimension: part}


def figures(organisation_code: str, period: Period, engine: str = "postgres") -> list[dict[str, Any]]:
    """Count every figure; the rows of the command `figures`."""
    scope = scope_of(Organisation.objects.coded(organisation_code), period)
    return [_row(figure) for figure in counted.compute([scope], engine_named(engine, scope))]


def evidence(code: str, organisation_code: str, period: Period, engine: str = "postgres") -> dict[str, Any]:
    """Return one figure with every record behind it; the answer of the command `evidence`."""
    plain, where = split(code)
    scope = scope_of(Organisation.objects.coded(organisation_code), period)
    chosen = engine_named(engine, scope)
    figure = counted.part(scope, plain, where, chosen)
    found = counted.evidence(scope, plain, chosen, where=where, limit=max(figure.evidence_count, 1), total=figure.evidence_count)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return {**_row(figure), "code": code, "records": found.records, "rows": rows}


def _row(figure: Figure) -> dict[str, Any]:
    """A ratio shows both its numbers; a figure that somebody does not record says who."""
    row: dict[str, Any] = {
        "code": figure.code,
        "title": gettext(figure.indicator.title),
        "value": figure.value,
        "unit": figure.indicator.unit.code,
        "when": figure.when,
        "recorded": figure.recorded and not figure.not_recorded_by,
        "evidence_count": figure.evidence_count,
        "section": figure.indicator.section,
    }
    if figure.indicator.is_ratio:
        row |= {"of": figure.of, "to": figure.to}
    if figure.not_recorded_by:
        row["not_recorded_by"] = codes_of(figure.not_recorded_by)
    return row


def codes_of(ids: Iterable[str]) -> list[str]:
    return list(Organisation.objects.filter(pk__in=list(ids)).order_by("code").values_list("code", flat=True))


def by_section(computed: Sequence[Figure]) -> Mapping[str, list[Figure]]:
    """Group figures by their chapter, in the order in which they are declared."""
    grouped: dict[str, list[Figure]] = {}
    for figure in computed:
        grouped.setdefault(figure.indicator.section, []).append(figure)
    return grouped
