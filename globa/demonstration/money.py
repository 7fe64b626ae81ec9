"""The ledger: what was spent in 2023 to the cent, with quieter years before and after it, and the plan of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from globa.demonstration.children import rows
from globa.demonstration.world import World, chance, keep
from globa.planning.ledger import EconomicItem, Entry, FundingSource, book
from globa.planning.treasury_codes import TreasuryCode
from globa.registry.organisations import Organisation
from globa.registry.payers import Payer
from globa.vocabulary.calendar import is_working_day

# The share of a month in a year, in hundredths: heating is a matter of winter, the project began in July 2023.
EVEN = (8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 12)
WINTER = (20, 18, 15, 8, 1, 0, 0, 0, 0, 6, 14, 18)
SINCE_JULY = (0, 0, 0, 0, 0, 0, 16, 16, 16, 16, 16, 20)
OF_2023 = {2022: Decimal("0.91"), 2023: Decimal(1), 2024: Decimal("0.96")}
CENT = Decimal("0.01")


def list_codes(world: World) -> None:
    """What the treasury of the centre's municipality calls its sources, the same in each year."""
    municipality = Organisation.objects.get(code="alytus-city")
    codes = sorted({row["source"] for row in rows("money.csv")} - {"eu-project"})
    sources = {source.code: source for source in FundingSource.objects.filter(code__in=codes)}
    listed = [
        TreasuryCode(municipality=municipality, year=year, code=code, name=sources[code].name, source=sources[code])
        for year in OF_2023
        for code in codes
    ]
    keep("demonstration.treasury_codes", listed, world.by)


def spend(world: World, payers: dict[str, Payer]) -> int:
    """Book every amount by month; return the number of entries."""
    list_codes(world)
    items = {item.code: item for item in EconomicItem.objects.all()}
    sources = {source.code: source for source in FundingSource.objects.all()}
    entries = []
    for row in rows("money.csv"):
        item, source = items[row["item"]], sources[row["source"]]
        payer = payers["foster-care-project"] if row["source"] == "eu-project" else None
        for year in OF_2023:
            entries += [
                Entry(booked_on=on, basis=basis, item=item, source=source, programme=row["programme"], payer=payer, amount=amount)
                for on, basis, amount in _amounts(row, year)
            ]
    entries.sort(key=lambda entry: entry.booked_on)
    return len(book(organisation=world.centre, entries=entries, by=world.by))


def _amounts(row: dict[str, str], year: int) -> Iterator[tuple[date, str, Decimal]]:
    total = _of_year(row, year)
    if total:
        yield date(year, 1, 3), "plan", _planned(total, row, year)
    for month, amount in enumerate(shared(total, _weights(row, year)), 1):
        if amount:
            yield _last_working_day(year, month), "cash", amount


def _of_year(row: dict[str, str], year: int) -> Decimal:
    """The project began in 2023 and paid twice as long in 2024."""
    amount = Decimal(row["amount"])
    if row["source"] == "eu-project":
        return {2022: Decimal(0), 2023: amount, 2024: amount * 2}[year]
    return (amount * OF_2023[year]).quantize(CENT)


def _planned(total: Decimal, row: dict[str, str], year: int) -> Decimal:
    """Plans are made in hundreds of euros; most of them leave something over, some are passed."""
    share = chance(f"plan {year} {row['item']} {row['source']}").randint(97, 108)
    return Decimal(max(int(total * share) // 10000, 1) * 100)


def _weights(row: dict[str, str], year: int) -> Sequence[int]:
    if row["source"] == "eu-project" and year == 2023:
        return SINCE_JULY
    return WINTER if row["item"] == "22111.20 A" else EVEN


def shared(total: Decimal, weights: Sequence[int]) -> list[Decimal]:
    """Share an amount in cents; the shares add up to it exactly."""
    cents = int(total / CENT)
    edges = [cents * sum(weights[:number]) // sum(weights) for number in range(len(weights) + 1)]
    return [(after - before) * CENT for before, after in pairwise(edges)]


def _last_working_day(year: int, month: int) -> date:
    on = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    while not is_working_day(on):
        on -= timedelta(days=1)
    return on
