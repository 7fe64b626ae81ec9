"""
A generated foster-care centre of any size: the same size and seed make the same rows.

Rows are written in bulk and without their history, everything else that the database demands is kept: a row that
cannot be true is refused here too.
"""

from __future__ import annotations

import pgtrigger
from django.db import connection, transaction
from pghistory.trigger import Event as HistoryTrigger
from pgtrigger import registry

from benchmarks.centre import care, families, groups, money, office, papers, plan, services
from benchmarks.centre.world import EMAIL, FULL, SMALL, Size, World
from globa.registry.organisations import Organisation


def generate(size: Size = FULL, seed: int = 2023) -> Organisation:
    """Make the centre as the owner of the tables, in one transaction; return the institution."""
    with transaction.atomic(), pgtrigger.ignore(*_history()):
        world = World.begin(size, seed)
        for part in (office, money, families, care, services, groups, papers, plan):
            part.fill(world)
    return world.institution


def analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _history() -> list[str]:
    return [trigger.get_uri(model) for model, trigger in registry.registered() if isinstance(trigger, HistoryTrigger)]


PASSWORD = "bench-bench-bench"
"""Of an invented account, on a server that only its own machine reaches."""
__all__ = ["EMAIL", "FULL", "PASSWORD", "SMALL", "Size", "analyze", "generate"]
