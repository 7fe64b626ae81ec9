"""What the facts say, in one number: ids, which are new in every load, replaced by what they stand for."""

from __future__ import annotations

import hashlib

from globa.facts.tables import TABLES
from tests.demonstration.conftest import asked

WHO = (
    "SELECT id::text, concat(given_name, ' ', family_name, ' ', birth_date) FROM registry_person",
    "SELECT id::text, code FROM registry_organisation",
    "SELECT h.id::text, concat(h.name, ' ', a.street, a.house, a.flat) FROM registry_household h"
    " LEFT JOIN registry_address a ON a.id = h.address_id",
)


def fingerprint() -> str:
    names = dict(row for sql in WHO for row in asked(sql))
    seen = hashlib.sha256()
    for table in TABLES:
        rows = [_said(row, names) for row in asked(f'SELECT * FROM facts."{table}"')]
        seen.update("\n".join([table, *sorted(rows)]).encode())
    return seen.hexdigest()


def _said(row: tuple[object, ...], names: dict[str, str]) -> str:
    """A record is said by its kind alone."""
    record, *columns = (str(column) for column in row)
    return "|".join([record.partition(":")[0], *(names.get(column, column) for column in columns)])
