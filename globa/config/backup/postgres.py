"""
PostgreSQL's own programs: of the embedded server, or of the machine.

A program reads a server of its own version and of older ones, so the oldest that is new enough is taken: what it writes
is understood by the most.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from globa.config import cluster
from globa.config.backup.refusals import TooFewLocks, ToolFailed, ToolsMissing
from globa.vocabulary.refusal import Refusal

NEEDED = ("pg_dump", "pg_restore", "psql")
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Programs:
    folder: Path
    version: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def for_server(version: int) -> Programs:
    """The programs for a server of this major version (or a dump made by programs of it)."""
    found = installed()
    able = [one for one in found if one.version >= version]
    if not able:
        raise ToolsMissing(version, [one.version for one in found])
    return min(able, key=lambda one: one.version)


@cache
def installed() -> tuple[Programs, ...]:
    found = ((folder, _version(folder)) for folder in _folders() if all((folder / name).exists() for name in NEEDED))
    return tuple(Programs(folder, version) for folder, version in found if version)


def _folders() -> Iterator[Path]:
    yield cluster.binaries()
    yield from sorted(DEBIAN.glob("*/bin"))
    # Debian's own /usr/bin/pg_dump chooses a version by itself; elsewhere it is the program.
    if (somewhere := shutil.which("pg_dump")) and not DEBIAN.exists():
        yield Path(somewhere).resolve().parent


def _version(folder: Path) -> int:
    done = subprocess.run([folder / "pg_dump", "--version"], capture_output=True, text=True)
    number = re.search(r"\) (\d+)", done.stdout)
    return int(number[1]) if number else 0


def failed(tool: str, said: str) -> Refusal:
    """Of all that a tool says, its first error: later ones follow from it, and details may hold what stands in a row."""
    if "max_locks_per_transaction" in said:
        return TooFewLocks()
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if "ERROR:" in line or "error:" in line]
    return ToolFailed(tool, re.sub(r"^.*?(?:ERROR|error): *", "", (errors or lines or [""])[0]))
