"""Reference data of money: sources of plans, of the treasury, economic items and flat rates, brought into step after every migration."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from globa.planning.ledger import EconomicItem, FundingSource
from globa.planning.plans.sources import PlanSource
from globa.planning.rate_rules import RateRule
from globa.registry.reference.loading import days, keep_in_step, read

FOLDER = Path(__file__).parent


def load() -> None:
    """Bring the lists into step with their files. Runs as the owner of the tables."""
    with transaction.atomic():
        keep_in_step(PlanSource, [_source(row) for row in read(FOLDER / "plan_sources.csv")], by=("code",))
        _funding()
        _items()
        keep_in_step(RateRule, [_rate(row) for row in read(FOLDER / "flat_rates.csv")], by=("code", "during"))


def _rate(row: dict[str, str]) -> dict[str, Any]:
    """In three decimals, as the database gives it back."""
    kept = {name: row[name] for name in ("code", "name", "name_en", "base_items", "act")}
    during, percent = days(row["since"], row["until"]), Decimal(row["percent"]).quantize(Decimal("0.001"))
    return {**kept, "percent": percent, "during": during, "is_verified": row["is_verified"] == "yes"}


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
