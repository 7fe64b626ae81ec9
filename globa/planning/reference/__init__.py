"""Reference data of money: the treasury's funding sources and the economic items, brought into step after every migration."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from globa.planning.ledger import EconomicItem, FundingSource
from globa.registry.reference.loading import keep_in_step, read

FOLDER = Path(__file__).parent


def load() -> None:
    """Bring the lists into step with their files. Runs as the owner of the tables."""
    with transaction.atomic():
        keep_in_step(FundingSource, read(FOLDER / "funding_sources.csv"), by=("code",))
        _items()


def _items() -> None:
    """First the items, then their parts: a part points to its item."""
    rows = read(FOLDER / "economic_items.csv")
    wholes = {row["parent"] for row in rows} - {""}
    top = [{**_named(row), "parent": None, "has_parts": row["code"] in wholes} for row in rows if not row["parent"]]
    keep_in_step(EconomicItem, top, by=("code",))
    known = {item.code: item for item in EconomicItem.objects.all()}
    parts = [{**_named(row), "parent": known[row["parent"]], "has_parts": False} for row in rows if row["parent"]]
    keep_in_step(EconomicItem, parts, by=("code",))


def _named(row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in ("code", "name", "name_en")}
