"""Reference data of money: sources of plans, the treasury's funding sources and economic items, brought into step after every migration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from globa.planning.ledger import EconomicItem, FundingSource
from globa.planning.plans.sources import PlanSource
from globa.registry.reference.loading import keep_in_step, read

FOLDER = Path(__file__).parent


def load() -> None:
    """Bring the lists into step with their files. Runs as the owner of the tables."""
    with transaction.atomic():
        keep_in_step(PlanSource, [_source(row) for row in read(FOLDER / "plan_sources.csv")], by=("code",))
        _funding()
        _items()


def _source(row: dict[str, str]) -> dict[str, Any]:
    column = int(row["column"]) if row["column"] else None
    return {**row, "position": int(row["position"]), "column": column, "is_money": row["is_money"] == "yes"}


def _funding() -> None:
    """Treasury codes, and one of its own for each source of a plan: what a printed report names no closer."""
    known = {source.code: source for source in PlanSource.objects.all()}
    rows = [{**row, "plan_source": known[row["plan_source"]]} for row in read(FOLDER / "funding_sources.csv")]
    keep_in_step(FundingSource, rows, by=("code",))


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
