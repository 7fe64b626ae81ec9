"""What the centre aimed at in each year, and the figure that says whether it got there."""

from __future__ import annotations

from decimal import Decimal

from globa.demonstration.children import rows
from globa.demonstration.world import World
from globa.planning.directions import aim


def set_out(world: World) -> None:
    for row in rows("directions.csv"):
        aim(
            organisation=world.centre,
            year=int(row["year"]),
            code=row["code"],
            text=row["text"],
            indicator=row["indicator"],
            comparator=row["comparator"],
            target=Decimal(row["target"]) if row["target"] else None,
            by=world.by,
        )
