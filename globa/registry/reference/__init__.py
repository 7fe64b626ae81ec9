"""
Reference data that comes with the program: municipalities, the catalogue of services, reasons and norms.

One CSV file a list, brought into step after every migration. A code is never taken away, for old records name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Belonging, Organisation
from globa.registry.reasons import Reason
from globa.registry.reference import norms
from globa.registry.reference.loading import ALWAYS, keep_in_step, read

FOLDER = Path(__file__).parent


def load() -> None:
    """Bring the lists into step with their files; what is in step already is not touched. Runs as the owner of the tables."""
    with transaction.atomic():
        organisations = _organisations()
        keep_in_step(CatalogueService, read(FOLDER / "catalogue.csv"), by=("code",))
        keep_in_step(Reason, read(FOLDER / "reasons.csv"), by=("list", "code"))
        norms.load(FOLDER / "norms.csv", organisations)


def _organisations() -> dict[str, Organisation]:
    rows = read(FOLDER / "organisations.csv")
    keep_in_step(Organisation, [_without(row, "parent") for row in rows], by=("code",))
    known = {organisation.code: organisation for organisation in Organisation.objects.all()}
    placed = set(Belonging.objects.values_list("organisation_id", flat=True))
    # An organisation that stands in the tree already keeps its place: an installation may have moved it.
    missing = [row for row in rows if row["parent"] and known[row["code"]].pk not in placed]
    belongings = [{"organisation": known[row["code"]], "parent": known[row["parent"]], "during": ALWAYS} for row in missing]
    keep_in_step(Belonging, belongings, by=("organisation_id",))
    return known


def _without(row: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column != name}
