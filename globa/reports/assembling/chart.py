"""The organisation on a day: its units and who works in them, by post. Workers are named only where the form asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from globa.registry.organisations import Organisation
from globa.registry.staff import PostHolding, PostTitle
from globa.reports.document import ChartUnit, Person

ORDER = {code: place for place, code in enumerate(PostTitle.values)}


BELOW = """
WITH RECURSIVE below(id, parent) AS (
    SELECT %s::uuid, NULL::uuid
    UNION
    SELECT b.organisation_id, b.parent_id FROM registry_belonging b JOIN below ON b.parent_id = below.id WHERE b.during @> %s::date
)
SELECT o.*, below.parent FROM below JOIN registry_organisation o ON o.id = below.id WHERE below.parent IS NOT NULL ORDER BY o.code
"""


def root(organisation: Organisation, on: date, institutions: Sequence[str], with_names: bool) -> ChartUnit:
    """Two queries, however large it is."""
    below: dict[UUID, list[Organisation]] = {}
    for one in Organisation.objects.raw(BELOW, [organisation.pk, on]):
        below.setdefault(one.parent, []).append(one)  # type: ignore[attr-defined]
    holdings = PostHolding.objects.filter(organisation__in=institutions, during__contains=on).select_related("post", "worker")
    return _unit(organisation, below, _by_unit(holdings), with_names)


def _by_unit(holdings: QuerySet[PostHolding]) -> dict[UUID, list[PostHolding]]:
    found: dict[UUID, list[PostHolding]] = {}
    for one in holdings:
        found.setdefault(one.post.unit_id or one.organisation_id, []).append(one)
    return found


def _unit(
    organisation: Organisation, below: Mapping[UUID, list[Organisation]], there: Mapping[UUID, list[PostHolding]], with_names: bool
) -> ChartUnit:
    people = tuple(_people(there.get(organisation.pk, []), with_names))
    units = tuple(_unit(one, below, there, with_names) for one in below.get(organisation.pk, []))
    return ChartUnit(str(organisation), people, units)


def _people(holdings: Sequence[PostHolding], with_names: bool) -> Iterable[Person]:
    """One line a worker, or without names one line a post with all its full-time equivalents."""
    ordered = sorted(holdings, key=lambda one: (ORDER.get(one.post.title, len(ORDER)), one.worker.name))
    if with_names:
        for one in ordered:
            yield Person(one.post.get_title_display(), one.worker.name, one.fte)
        return
    together: dict[str, Decimal] = {}
    for one in ordered:
        post = one.post.get_title_display()
        together[post] = together.get(post, Decimal(0)) + one.fte
    for post, fte in together.items():
        yield Person(post, "", fte)
