"""Which signed reports rest on a record: whoever corrects it is told before saving."""

from __future__ import annotations

from django.db import models

from globa.journal.operations import reference
from globa.reports.keeping.reports import Report


def resting_on(record: models.Model) -> list[Report]:
    """Return the signed reports that count the record, newest first; one query."""
    rows = Report.objects.signed().filter(records__record=reference(record)).select_related("organisation")
    return list(rows.newest_first())
