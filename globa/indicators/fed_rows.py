"""The rows that an activity takes of one fact table: what stands behind its number, page by page."""

from __future__ import annotations

from dataclasses import replace

from globa.facts.engines.engine import Engine
from globa.indicators import compiled
from globa.indicators.figures import PAGE, Evidence
from globa.indicators.measuring import Feeding
from globa.indicators.pieces import DialectSQL, both
from globa.indicators.scope import Scope, scope_table


def rows_behind(activity: Feeding, table: str, scope: Scope, engine: Engine, *, limit: int = PAGE, offset: int = 0) -> Evidence:
    """The rows in the order of their day and record. `table` is one of `TABLES_OF` what the activity is; institutions only of the scope."""
    sql = compiled.catalogue().dialects[engine.dialect]
    columns = sql.tables[table].own
    within = replace(scope, organisations=tuple(one for one in scope.organisations if one in activity.organisations))
    if not within.organisations:
        return Evidence(columns, [], 0)
    rows, parameters = _rows(sql, activity, table, within, engine)
    told = ", ".join(sql.tables[table].columns[name] for name in columns)
    order = f"{sql.feeds[table].day}, {sql.tables[table].columns['record']}, {told}"
    asked = rows.format(told=f"{sql.feeds[table].day} AS day, {told}") + f" ORDER BY {order} LIMIT {int(limit)} OFFSET {int(offset)}"
    found, ((total,),) = engine.run_all([(asked, parameters), (rows.format(told="COUNT(*)"), parameters)])
    return Evidence(columns, [tuple(row[1:]) for row in found], int(total), [row[0] for row in found])


def _rows(sql: DialectSQL, activity: Feeding, table: str, scope: Scope, engine: Engine) -> tuple[str, list[object]]:
    source, feed = sql.tables[table], sql.feeds[table]
    head, parameters = scope_table(source.scope, [scope], engine.placeholder)
    conditions = [*feed.conditions, f"{feed.pieces['what']} = '{activity.what}'"]
    if activity.codes:
        conditions.append(f"{feed.pieces['kind']} IN ({', '.join([engine.placeholder] * len(activity.codes))})")
        parameters += sorted(activity.codes)
    if activity.payer:
        conditions.append(f"{feed.pieces['payer']} = {engine.placeholder}")
        parameters.append(activity.payer)
    text = f"FROM {source.rows} WHERE {both(conditions)}".replace("{", "{{").replace("}", "}}")
    return f"{head} SELECT {{told}} {text}", parameters
