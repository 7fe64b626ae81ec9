"""Whose records count for a plan: institutions below the municipality, and those that its lines name. Two queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from globa.indicators.scope import Scope
from globa.planning.plans.plans import Plan
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.recording import Recording
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period

INSTITUTIONS = f"""
WITH RECURSIVE below(root, id) AS (
    SELECT root, root FROM unnest(%s::uuid[]) AS root
    UNION
    SELECT below.root, b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
), above(root, id) AS (
    SELECT root, root FROM unnest(%s::uuid[]) AS root
    UNION
    SELECT above.root, b.parent_id FROM registry_belonging b JOIN above ON b.organisation_id = above.id
    JOIN registry_organisation o ON o.id = above.id AND o.kind NOT IN
        ('{OrganisationKind.INSTITUTION}', '{OrganisationKind.MUNICIPALITY}', '{OrganisationKind.NATIONAL_SERVICE}')
)
SELECT DISTINCT found.root, found.id FROM (SELECT * FROM below UNION SELECT * FROM above) AS found
JOIN registry_organisation o ON o.id = found.id AND o.kind = '{OrganisationKind.INSTITUTION}'
"""  # noqa: S608 - constants


@dataclass(frozen=True)
class Institutions:
    """By organisation the institutions that keep its records: those below it; of a unit the institution above."""

    plan: Plan
    of: dict[UUID, frozenset[str]]
    whole: Scope

    @property
    def own(self) -> frozenset[str]:
        return self.of.get(self.plan.organisation_id, frozenset())

    def answering(self, bodies: Iterable[UUID | None]) -> frozenset[str]:
        """Those of the bodies that are known here; where no body is, all of the municipality."""
        found = [self.of.get(body, frozenset()) for body in bodies if body is not None]
        return frozenset().union(*found) or self.own

    def scope(self, organisations: frozenset[str]) -> Scope:
        return Scope(self.whole.report, self.whole.period, tuple(sorted(organisations)), self.whole.recording)


def institutions(plan: Plan, named: Iterable[UUID]) -> Institutions:
    """`named` are organisations that lines and activities of the plan name, wherever they are."""
    roots = list({plan.organisation_id, *named})
    found: dict[UUID, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(INSTITUTIONS, [roots, roots])
        for root, institution in cursor.fetchall():
            found.setdefault(root, set()).add(str(institution))
    everybody = tuple(sorted(set().union(*found.values()))) if found else ()
    period = Period.year(plan.year)
    whole = Scope(str(plan.organisation_id), period, everybody, _recording(everybody, period))
    return Institutions(plan, {root: frozenset(ids) for root, ids in found.items()}, whole)


def _recording(organisations: Iterable[str], period: Period) -> dict[str, dict[str, date]]:
    """Whoever records cases names their children. Of a year that has not begun nothing is recorded; nor of who is not below the asker."""
    recording: dict[str, dict[str, date]] = {}
    if period.begins > today():
        return recording
    found = Recording.objects.filter(organisation__in=organisations).values_list("organisation", "table", "since")
    for organisation, table, since in found:
        recording.setdefault(table, {})[str(organisation)] = since
    return recording | {"case_children": recording.get("cases", {})}


def named_by(ids: Iterable[str]) -> dict[str, Organisation]:
    return {str(one.pk): one for one in Organisation.objects.filter(pk__in=list(ids))}
