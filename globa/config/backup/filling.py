"""
A dump put into a database, whole or not at all: what is there goes and what comes arrives in one transaction.

pg_restore writes the dump as SQL and psql runs it; both are of one version, and nothing waits on the disk between them.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from subprocess import PIPE
from typing import IO

from globa.config.backup import postgres
from globa.config.backup.database import Database
from globa.config.backup.packing import Backup
from globa.facts.mapping import NOW, RECORDS_THEN, THEN

# Owned by others, or made by the administrator: never part of what is put back.
OTHERS = ("COMMENT - EXTENSION", "SCHEMA - public", "COMMENT - SCHEMA", "ACL - SCHEMA public", "DEFAULT ACL")
WALLS = ("ACL", "POLICY", "ROW SECURITY")
SCHEMAS = (NOW, THEN, RECORDS_THEN)
# pg_restore 17 and newer say it, servers before 17 do not know it.
UNKNOWN_TO_OLD_SERVERS = b"SET transaction_timeout = 0;\n"
HEADER_LINES = 30
# Everything of ours: what belongs to an extension stays. The orders are written before the first is carried out, for a
# name is only known while its owner is there.
GO = """
DO $$
DECLARE command text;
BEGIN
    FOREACH command IN ARRAY ARRAY(
        SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', name) FROM unnest(ARRAY['facts', 'facts_then', 'record_then']) AS name
    ) || ARRAY(
        SELECT format('DROP %s IF EXISTS public.%I CASCADE',
            CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relname)
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
        ORDER BY c.relkind = 'S'
    ) || ARRAY(
        SELECT format('DROP ROUTINE IF EXISTS public.%I(%s) CASCADE', p.proname, pg_get_function_identity_arguments(p.oid))
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    ) || ARRAY(
        SELECT format('DROP TYPE IF EXISTS public.%I CASCADE', t.typname) FROM pg_type t
        WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd', 'c')
            AND (t.typrelid = 0 OR (SELECT relkind = 'c' FROM pg_class WHERE oid = t.typrelid))
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    ) LOOP
        EXECUTE command;
    END LOOP;
END $$;
"""
BEFORE = "\\set VERBOSITY terse\n\\set SHOW_CONTEXT never\nSET client_min_messages = error;\nSET lock_timeout = '30s';\n"


class Manner(Enum):
    """What of the dump is put back."""

    ANEW = "records only: rights, policies and views follow from the migration after it"
    AS_IT_WAS = "everything, for the same program and the same roles"
    BESIDE = "for looking at: policies too, but nobody's rights"

    def leaves_out(self, entry: str) -> bool:
        """`entry` is a line of the dump's list after its numbers: what it is, in which schema, its name, its owner."""
        if entry.startswith(OTHERS):
            return True
        if self is Manner.AS_IT_WAS:
            return False
        if self is Manner.BESIDE:
            return entry.startswith("ACL")
        return entry.startswith(WALLS) or _is_of_facts(entry)


def _is_of_facts(entry: str) -> bool:
    kind = re.match(r"(?:[A-Z]+ )+", entry)
    rest = entry[kind.end() :].split(" ") if kind else []
    return bool(rest) and (rest[0] in SCHEMAS or (rest[0] == "-" and rest[1] in SCHEMAS))


def fill(backup: Backup, into: Database, manner: Manner) -> None:
    """Replace what the database holds by what the backup holds, or change nothing."""
    programs = postgres.for_server(max(into.version(), backup.manifest.tools))
    with tempfile.TemporaryDirectory(prefix="globa-") as folder:
        wanted = Path(folder) / "list"
        wanted.write_text("\n".join(_entries(backup, programs, manner)) + "\n")
        before = Path(folder) / "before.sql"
        before.write_text(BEFORE + GO)
        _run(backup, into, programs, wanted, before, keeps_owners=manner is Manner.AS_IT_WAS)


def _entries(backup: Backup, programs: postgres.Programs, manner: Manner) -> list[str]:
    """The dump's own list, without what stays out."""
    with tempfile.TemporaryFile() as errors:
        lister = subprocess.Popen([programs.program("pg_restore"), "--list"], stdin=PIPE, stdout=PIPE, stderr=errors, cwd="/")
        with _fed(backup, lister):
            assert lister.stdout
            lines = lister.stdout.read().decode().splitlines()
        _refuse_if_failed("pg_restore", lister.wait(), errors)
    numbered = [re.match(r"\d+; \d+ \d+ (.*)", line) for line in lines]
    return [found[0] for found in numbered if found and not manner.leaves_out(found[1])]


def _run(backup: Backup, into: Database, programs: postgres.Programs, wanted: Path, before: Path, *, keeps_owners: bool) -> None:
    """psql is let to commit only when pg_restore has ended well: else it is killed, and the server forgets all of it."""
    writing = [programs.program("pg_restore"), "--file=-", f"--use-list={wanted}", *([] if keeps_owners else ["--no-owner"])]
    doing = [
        *(programs.program("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--no-password", "--set=ON_ERROR_STOP=1"),
        *(f"--file={before}", "--file=-", f"--output={os.devnull}", "--dbname", into.address),
    ]
    with tempfile.TemporaryFile() as complaints, tempfile.TemporaryFile() as errors:
        writer = subprocess.Popen(writing, stdin=PIPE, stdout=PIPE, stderr=complaints, cwd="/")
        doer = subprocess.Popen(doing, stdin=PIPE, stderr=errors, env=into.environment(), cwd="/")
        try:
            with _fed(backup, writer):
                assert writer.stdout is not None
                assert doer.stdin is not None
                _hand_on(writer.stdout, doer.stdin)
                writer.stdout.close()
            if writer.wait() == 0:
                with suppress(BrokenPipeError):
                    doer.stdin.close()
                doer.wait()
        finally:
            for process in (doer, writer):
                process.kill()
                process.wait()
        # Who stopped first says why: pg_restore only complains that nobody listens any more.
        _refuse_if_failed("psql", doer.returncode if _said(errors) else 0, errors)
        _refuse_if_failed("pg_restore", writer.returncode, complaints)
        _refuse_if_failed("psql", doer.returncode, errors)


@contextmanager
def _fed(backup: Backup, taker: subprocess.Popen[bytes]) -> Iterator[None]:
    def feed() -> None:
        assert taker.stdin
        with suppress(BrokenPipeError), taker.stdin:
            backup.hand_dump_to(taker.stdin)

    feeding = threading.Thread(target=feed)
    feeding.start()
    try:
        yield
    finally:
        feeding.join()


def _hand_on(source: IO[bytes], taker: IO[bytes]) -> None:
    """As it is, but for one line among the first that old servers do not know."""
    with suppress(BrokenPipeError):
        for line in itertools.islice(source, HEADER_LINES):
            if line != UNKNOWN_TO_OLD_SERVERS:
                taker.write(line)
        shutil.copyfileobj(source, taker)


def _refuse_if_failed(tool: str, code: int, errors: IO[bytes]) -> None:
    if code:
        raise postgres.failed(tool, _said(errors))


def _said(errors: IO[bytes]) -> str:
    errors.seek(0)
    return errors.read().decode(errors="replace")
