"""
S8: the results of a plan of 70 measures, against bare passes over the fact tables that they are counted from.

A bare pass reads the rows of the plan's year and counts the different people in them; a plan asks far more of the same rows, and once.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks import speed
from benchmarks.centre.plan import CLERK
from benchmarks.goals import Goal
from globa.journal.operations import acting
from globa.planning.plans.plans import Plan
from globa.registry.accounts.users import User
from globa.reports.counting import here
from globa.reports.plan_results.counting import counted
from globa.reports.plan_results.scopes import institutions

TIMES, MEASURES = 3, 70
PEOPLE = {"attendances": "person", "stays": "child", "residences": "child", "guardianships": "child", "contracts": "carer"}
HAPPENED = ("attendances", "services", "events")
FACT_TABLE = re.compile(r'"facts"\."(\w+)"')


def plan_against_passes() -> Goal:
    with acting(User.objects.get(email=CLERK)):
        plan = Plan.objects.get()
        with CaptureQueriesContext(connection) as captured:
            found = counted(plan)
        tables = Counter(table for one in captured.captured_queries for table in FACT_TABLE.findall(one["sql"]))
        assert len(found.measures) == MEASURES, f"{len(found.measures)} measures"
        assert found.municipality is not None
        assert found.municipality.recorded, "nothing was counted"
        taken = speed.pairs(lambda: counted(plan), lambda: _bare(plan, list(tables)))
    ratios = sorted(speed.ratios(taken))
    most = max(tables.values())
    return Goal(
        "S8", "the results of a plan of 70 measures: times bare passes over its fact tables, each read once", round(median(ratios), 2),
        f"<= {TIMES}", median(ratios) <= TIMES and most == 1,
        {
            "statements": len(captured), "statements over fact tables": sum('"facts"' in one["sql"] for one in captured.captured_queries),
            "fact tables": len(tables), "most passes over one fact table": most, "lowest": round(ratios[0], 2),
            "highest": round(ratios[-1], 2), "milliseconds": speed.milliseconds(taken, "plan", "passes"),
        },
    )  # fmt: skip


def _bare(plan: Plan, tables: list[str]) -> list[object]:
    where = institutions(plan, [])
    return [here().run(*_pass(table, where.whole.organisations, plan.year)) for table in tables]


def _pass(table: str, organisations: tuple[str, ...], year: int) -> tuple[str, list[object]]:
    people = f", COUNT(DISTINCT {PEOPLE[table]})" if table in PEOPLE else ""
    during = "happened_on < %s AND happened_on >= %s" if table in HAPPENED else "began_on < %s AND (ended_on IS NULL OR ended_on > %s)"
    return (
        f'SELECT COUNT(*){people} FROM "facts"."{table}" WHERE organisation = ANY(%s) AND {during}',
        [list(organisations), f"{year + 1}-01-01", f"{year}-01-01"],
    )
