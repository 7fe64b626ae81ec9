"""A goal with what was measured, and how goals are written down."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from globa.vocabulary.calendar import today

LATEST = Path(__file__).with_name("latest.json")


@dataclass(frozen=True)
class Goal:
    """`beside` are numbers that explain the value and have no goal of their own."""

    id: str
    what: str
    value: float
    goal: str
    met: bool
    beside: dict[str, Any]


def at_least(id: str, what: str, value: float, least: float, **beside: Any) -> Goal:
    return Goal(id, what, round(value, 2), f">= {least:g}", value >= least, beside)


def at_most(id: str, what: str, value: float, most: float, **beside: Any) -> Goal:
    return Goal(id, what, round(value, 2), f"<= {most:g}", value <= most, beside)


def machine(server: str) -> dict[str, Any]:
    return {
        "date": today().isoformat(),
        "cores": len(os.sched_getaffinity(0)),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "postgresql": server,
    }


def keep(goals: Sequence[Goal], facts: dict[str, Any]) -> None:
    written = {"goals": [asdict(goal) for goal in goals], "machine": facts}
    LATEST.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def lines(goals: Sequence[Goal]) -> list[str]:
    """A table, and below it what explains each value."""
    rows = [("", "goal", "value", "")]
    rows += [(goal.id, goal.goal, f"{goal.value:g}", "met" if goal.met else "MISSED") for goal in goals]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    told = [f"{line}  {what}".rstrip() for line, what in zip(table, ["", *(goal.what for goal in goals)], strict=True)]
    return [*told, "", *(f"{goal.id}: {name} {number}" for goal in goals for name, number in goal.beside.items())]
