"""Before the public pages are served it is asked whether their role of the database can read anything but the page that is shown."""

from __future__ import annotations

from typing import Any

from globa.config import connection
from globa.config.refusals import DatabaseUnreachable
from globa.config.safety import seen
from globa.publication.published import TABLE
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

# A table, a view, or a function that runs as somebody else and that this role may call.
TOO_MUCH = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%%' AND c.relname <> %s
      AND (has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE'))
    UNION ALL
    SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%%' AND p.proname <> 'globa_enquire'
      AND has_function_privilege(p.oid, 'EXECUTE')
    ORDER BY 1 LIMIT 1
"""
READS = "SELECT coalesce((SELECT has_any_column_privilege(c.oid, 'SELECT') FROM pg_class c WHERE c.oid = to_regclass(%s)), false)"


class ReadsRecords(Refusal):
    def __init__(self, user: str, table: str) -> None:
        super().__init__(
            _(
                "The database user %(user)s may read or write “%(table)s”, so the public pages were not started: whoever breaks into "
                "them would do it too. Give them the user globa_public as `globa database roles` makes it (DATABASE_PUBLIC_URL)."
            ),
            user=user,
            table=table,
        )


class ReadsNothing(Refusal):
    def __init__(self, user: str) -> None:
        super().__init__(
            _(
                "The database user %(user)s may not read the public pages, so they were not started. Say it in DATABASE_PUBLIC_URL where "
                "the tables are made, and run `globa migrate` there."
            ),
            user=user,
        )


def check() -> None:
    import psycopg

    parameters: dict[str, Any] = {"connect_timeout": 10, **connection.parameters("public")}
    public = seen("public")
    public.refuse()
    try:
        with psycopg.connect(**parameters) as opened:
            found = opened.execute(TOO_MUCH, [TABLE]).fetchone()
            reads = opened.execute(READS, [TABLE]).fetchone()
    except psycopg.OperationalError as error:
        raise DatabaseUnreachable.of(parameters, error) from error
    if found:
        raise ReadsRecords(public.user, found[0])
    if not reads or not reads[0]:
        raise ReadsNothing(public.user)
