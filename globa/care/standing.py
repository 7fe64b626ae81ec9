"""What people are on a day: where they live, in whose guardianship, as whose carers. One question for all people of a page."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from django.db import connection

from globa.registry.access import chosen_appointment, visible_organisations
from globa.registry.accounts.users import User

What = Literal["stay", "guardianship", "contract", "file"]


class Standing(NamedTuple):
    """
    One thing that a person is, in codes.

    A stay tells the code and the name of its dwelling, a guardianship its form, kind and household, a contract its kind, a file, the
    oldest first and whenever it was, its purpose.
    """

    person: uuid.UUID
    what: What
    code: str
    kind: str
    name: str


# Written out, for it is asked on every page of a list: the walls of `visible_to` stand in it once for all four tables, and row security
# asks again as everywhere.
QUESTION = """
    WITH asked AS MATERIALIZED (
        SELECT person FROM unnest(%(people)s::uuid[]) person
        WHERE person IN (SELECT unnest((SELECT globa_opened_to(%(user)s, %(appointment)s, 'name'))))
    ), ours AS (SELECT unnest(%(organisations)s::uuid[]) id)
    SELECT person, what, code, kind, name FROM (
        SELECT person, 'stay' what, d.code, '' kind, d.name, s.during
        FROM asked JOIN care_stay s ON s.child_id = person JOIN care_dwelling d ON d.id = s.dwelling_id
        WHERE s.during @> %(on)s AND s.organisation_id IN (SELECT id FROM ours)
        UNION ALL
        SELECT person, 'guardianship', g.form, g.kind, coalesce(h.name, ''), g.during
        FROM asked JOIN care_guardianship g ON g.child_id = person LEFT JOIN registry_household h ON h.id = g.household_id
        WHERE g.during @> %(on)s AND g.organisation_id IN (SELECT id FROM ours)
        UNION ALL
        SELECT person, 'contract', c.kind, '', '', c.during
        FROM asked JOIN care_carercontract c ON c.carer_id = person
        WHERE c.during @> %(on)s AND c.organisation_id IN (SELECT id FROM ours)
        UNION ALL
        SELECT person, 'file', i.purpose, '', '', i.during
        FROM asked JOIN registry_involvement i ON i.person_id = person
        WHERE i.organisation_id IN (SELECT id FROM ours)
    ) said ORDER BY array_position(ARRAY['stay', 'guardianship', 'contract', 'file'], what), during
"""


def standings(people: Collection[uuid.UUID], *, on: date, user: User) -> Iterator[Standing]:
    """Stays first, then guardianships, contracts and files, each from the oldest; only what the user is shown."""
    asked: dict[str, Any] = {
        "people": list(people), "on": on, "user": user.pk,
        "appointment": chosen_appointment(user), "organisations": list(visible_organisations(user)),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, asked)
        yield from map(Standing._make, cursor.fetchall())
