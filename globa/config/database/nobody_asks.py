"""
A question about protected rows is refused before it is sent when nobody asks it.

Row security raises for the first row that it compares; of an empty table it compares none, and the fault would show
only on the day of the first record. So the processes of the web and of the worker look at the names in the SQL too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.signals import connection_created

from globa.config.database.policies import SEES, own_models, protection_of
from globa.journal.operations import has_actor

WORD = re.compile(r"\w+")
FACTS = re.compile(r'"?\bfacts(_then)?"?\."?\w')
PROCESSES = ("web", "worker")


class NobodyAsks(RuntimeError):
    """A fault of ours and no refusal: nobody could mend it by typing something else."""

    def __init__(self, named: Set[str]) -> None:
        super().__init__(f"nobody asks for rows of {', '.join(sorted(named))}: run it inside acting(user)")


@cache
def protected_tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in own_models() if protection_of(model) in SEES)


def refuse(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Around every statement of a connection; with an actor, as nearly always, it costs one comparison."""
    if not has_actor():
        text = sql if isinstance(sql, str) else str(sql)
        named = protected_tables().intersection(WORD.findall(text)) | ({"facts"} if FACTS.search(text) else set())
        if named:
            raise NobodyAsks(named)
    return execute(sql, params, many, context)


def watch(connection: Any, **_signal: Any) -> None:
    if settings.GLOBA_DATABASE_ROLE in PROCESSES and refuse not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse)


def install() -> None:
    connection_created.connect(watch, dispatch_uid="globa.database.nobody_asks")
