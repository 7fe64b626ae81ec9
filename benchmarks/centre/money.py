"""The ledger: every month, item, source and basis."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from benchmarks.centre.world import World
from globa.planning.ledger import EconomicItem, Entry, FundingSource

ITEMS = ("211111", "212111", "22111.01", "22111.02", "22111.05", "22111.06", "22111.15", "22111.16")
SOURCES = (("14402", "state"), ("15101", "municipality"), ("1591", "eu_project"), ("41", "special"))
BASES = ("cash", "accrual", "plan")


def fill(world: World) -> None:
    items, sources = _items(), _sources()
    world.write(
        [
            _entry(world, date(year, month, 10 + place), basis, item, source)
            for year in world.size.years
            for month in range(1, 13)
            for place, item in enumerate(items)
            for source in sources
            for basis in BASES
        ]
    )


def _entry(world: World, day: date, basis: str, item: EconomicItem, source: FundingSource) -> Entry:
    amount = Decimal(world.dice.randint(1_00, 9_000_00)) / 100
    return world.new(Entry, booked_on=day, basis=basis, item=item, source=source, amount=amount)


def _items() -> list[EconomicItem]:
    """Items without parts: the installation's own, or some where there are none yet."""
    for code in ITEMS if not EconomicItem.objects.exists() else ():
        EconomicItem.objects.create(code=code, name=code, name_en=code)
    return list(EconomicItem.objects.filter(has_parts=False).order_by("code")[:10])


def _sources() -> list[FundingSource]:
    """One of each kind, the installation's own where it has them."""
    for code, kind in SOURCES if not FundingSource.objects.exists() else ():
        FundingSource.objects.create(code=code, name=code, name_en=code, kind=kind)
    return list(FundingSource.objects.order_by("kind", "code").distinct("kind"))
