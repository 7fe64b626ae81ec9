"""
P10: a name with one slip among a million, against plain trigrams at no less recall.

Recall is how often somebody of exactly the meant name is among the first twenty. Plain trigrams are asked in three ways:
alike at PostgreSQL's own threshold, alike at a stricter one, and the nearest twenty. Compared is with the fastest of
the three, and with the recall of the best.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import psycopg

from benchmarks.database import owner
from benchmarks.goals import Goal, at_least
from benchmarks.names.database import NAMES, how_many
from benchmarks.names.invented import mistyped

ASKED, FIRST, TIMES, LESS = 200, 20, 3.0, 0.02
OURS = "SELECT person FROM globa_people_named(%s, NULL, %s)"
ALIKE = "SELECT id FROM plain WHERE name %% lower(unaccent(%s)) ORDER BY similarity(name, lower(unaccent(%s))) DESC LIMIT %s"
NEAREST = "SELECT id FROM plain_near ORDER BY name <-> lower(unaccent(%s)) LIMIT %s"
Connection = psycopg.Connection[tuple[Any, ...]]


def names_against_trigrams() -> Goal:
    with owner(NAMES) as connection:
        asked = _asked(connection)
        ours = _measured(connection, asked, lambda text: (OURS, [text, FIRST]))
        plain = {"alike 0.3": _alike(connection, asked, 0.3), "alike 0.5": _alike(connection, asked, 0.5)}
        plain["nearest"] = _measured(connection, asked, lambda text: (NEAREST, [text, FIRST]))
        exact = _measured(connection, [(name, name) for name, _typed in asked], lambda text: (OURS, [text, FIRST]))
    fastest = min(one["seconds"] for one in plain.values())
    best = max(one["recall"] for one in plain.values())
    times, recall = fastest / ours["seconds"], ours["recall"]
    goal = at_least(
        "P10", f"one slip in a name among {how_many():,}: times faster than plain trigrams", times, TIMES,
        people=how_many(), asked=ASKED, recall=recall, ours=_told(ours), **{name: _told(one) for name, one in plain.items()},
        **{"typed right": _told(exact)},
    )  # fmt: skip
    return Goal(goal.id, goal.what, goal.value, f"{goal.goal}, recall >= {best - LESS:g}", goal.met and recall >= best - LESS, goal.beside)


def _asked(connection: Connection) -> list[tuple[str, str]]:
    """Names as they are, and as they were typed: with one slip, either name first."""
    dice = random.Random(10)
    rows = connection.execute(
        "SELECT given_name, family_name FROM registry_person WHERE family_name !~ '[0-9]' ORDER BY md5(id::text) LIMIT %s", [ASKED]
    ).fetchall()
    turned = [(f"{given} {family}", f"{family} {given}" if dice.random() < 0.5 else f"{given} {family}") for given, family in rows]
    return [(name, mistyped(typed, dice)) for name, typed in turned]


def _alike(connection: Connection, asked: list[tuple[str, str]], threshold: float) -> dict[str, float]:
    connection.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, false)", [str(threshold)])
    return _measured(connection, asked, lambda text: (ALIKE, [text, text, FIRST]))


def _measured(
    connection: Connection, asked: list[tuple[str, str]], question: Callable[[str], tuple[str, list[object]]]
) -> dict[str, float]:
    """The mean of all, for some names are had by many; the first ten warm the memory and are asked again."""
    for _name, typed in asked[:10]:
        connection.execute(*question(typed)).fetchall()
    taken, right = [], 0
    for name, typed in asked:
        began = time.perf_counter()
        found = [row[0] for row in connection.execute(*question(typed)).fetchall()]
        taken.append(time.perf_counter() - began)
        right += _is_among(connection, name, found)
    slowest = sorted(taken)[int(len(taken) * 0.95)]
    return {"seconds": sum(taken) / len(taken), "median": median(taken), "p95": slowest, "recall": right / len(asked)}


def _is_among(connection: Connection, name: str, found: list[Any]) -> bool:
    asked = "SELECT EXISTS (SELECT 1 FROM registry_person WHERE id = ANY (%s) AND given_name || ' ' || family_name = %s)"
    row = connection.execute(asked, [found, name]).fetchone()
    return bool(row and row[0])


def _told(one: dict[str, float]) -> str:
    milliseconds = ", ".join(
        f"{name} {one[key] * 1000:.1f} ms" for name, key in (("mean", "seconds"), ("median", "median"), ("p95", "p95"))
    )
    return f"{milliseconds}, recall {one['recall']:g}"
