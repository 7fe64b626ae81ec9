"""
The database as the last wall: it only stands while the web's role owns nothing and bypasses nothing.

Asked before every start of the web server, without Django.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from globa.config import connection
from globa.config.language import translator
from globa.config.refusals import DatabaseUnreachable, DatabaseWithoutTables
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

NEEDED_VERSION = 150000
TOO_OLD = _(
    "PostgreSQL %(version)s is older than 15: views there do not ask who reads, so row security can be walked past. Use 15 or newer."
)

# Owning through membership counts: who may become the owner is the owner.
QUESTION = """
    SELECT current_user,
           (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
           (SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user),
           (SELECT min(format('%I.%I', n.nspname, c.relname))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm')
               AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
               AND pg_has_role(current_user, c.relowner, 'MEMBER')),
           to_regclass('public.django_migrations') IS NOT NULL
"""


class RoleTooStrong(Refusal):
    def __init__(self, role: str, user: str, why: str) -> None:
        super().__init__(
            _(
                "The database user %(user)s is too strong for the role “%(role)s” (%(why)s): it would see the children "
                "of every organisation, so nothing was started. Use a user as `globa database roles` makes it."
            ),
            role=role,
            user=user,
            why=why,
        )


@dataclass(frozen=True)
class Seen:
    role: connection.Role
    user: str
    version: int
    superuser: bool
    bypasses: bool
    owns: str | None
    has_tables: bool

    def refuse(self) -> None:
        if self.superuser:
            raise RoleTooStrong(self.role, self.user, "SUPERUSER")
        if self.bypasses:
            raise RoleTooStrong(self.role, self.user, "BYPASSRLS")
        if self.owns:
            raise RoleTooStrong(self.role, self.user, f"OWNER {self.owns}")
        if not self.has_tables:
            raise DatabaseWithoutTables


@dataclass(frozen=True)
class Found:
    seen: list[Seen]

    def warnings(self) -> list[str]:
        old = {one.version for one in self.seen if one.version < NEEDED_VERSION}
        return [translator()(TOO_OLD) % {"version": f"{version // 10000}"} for version in sorted(old)]


def check() -> Found:
    """Ask as each role that serves people; raise the first refusal."""
    roles: tuple[connection.Role, ...] = ("web", "worker", "public")
    found = Found([seen(role) for role in roles])
    for one in found.seen:
        one.refuse()
    return found


def seen(role: connection.Role) -> Seen:
    import psycopg

    parameters: dict[str, Any] = {"connect_timeout": 10, **connection.parameters(role)}
    try:
        with psycopg.connect(**parameters) as opened:
            row = opened.execute(QUESTION).fetchone()
            version = opened.info.server_version
    except psycopg.OperationalError as error:
        raise DatabaseUnreachable.of(parameters, error) from error
    assert row is not None
    return Seen(role, row[0], version, *row[1:])
