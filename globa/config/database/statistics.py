"""
How many rows are whose, told to PostgreSQL's planner in the form in which figures ask.

The facts know an organisation as text. Of `organisation_id::text` PostgreSQL keeps no numbers unless told to, takes one
row in two hundred for matching, and reads the rows of a whole year one by one: a year of attendances took three times as long.
"""

from __future__ import annotations

from django.db import models

from globa.config.database import policies
from globa.journal.protection import Protection


def statements(model: type[models.Model]) -> list[str]:
    if policies.is_history(model) or policies.protection_of(model) is not Protection.ORGANISATION:
        return []
    table = model._meta.db_table
    return [f'CREATE STATISTICS IF NOT EXISTS "{table}_organisation" ON (organisation_id::text) FROM "{table}"']
