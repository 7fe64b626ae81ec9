"""Before every migration the views of facts go, after it everything that protects and reads the tables is made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections

from globa.config import connection as addresses
from globa.config.database import forgotten, known_then, outside, policies, statistics
from globa.facts import mapping
from globa.planning import reference as reference_of_money
from globa.registry import reference

VISIBILITY = Path(__file__).with_name("visibility.sql")
READINGS = [Path(__file__).with_name(f"{name}.sql") for name in ("readings", "unusual_looks", "emergency")]
# Tables of the libraries that the web and the worker use as they please; they hold no case data.
OPEN_TABLES = ("django_", "auth_", "account_", "mfa_", "socialaccount_", "procrastinate_", "globa_cache")


def before(using: str, **_ignored: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(mapping.DROP)


def after(using: str, **_ignored: Any) -> None:
    """Run as the owner. Everything is replaced, so that running it again changes nothing."""
    readers = [role for role in {addresses.parameters(of).get("user", "") for of in ("web", "worker")} if role]
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]
        cursor.execute("SELECT to_regclass('registry_person')")
        if cursor.fetchone()[0] is None:
            return
        made = _everything(owner, sorted(set(readers) - {owner}), _tables(cursor))
        made += outside.statements(_public(readers, owner), sorted(set(readers) - {owner}))
        cursor.execute(";\n".join(made))
    reference.load()
    reference_of_money.load()


def _public(readers: list[str], owner: str) -> str:
    """The public's own role; empty where the address of another one stands in for it."""
    user = addresses.parameters("public").get("user", "")
    return "" if user in (*readers, owner) else user


def _tables(cursor: Any) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return [row[0] for row in cursor.fetchall()]


def _everything(owner: str, readers: list[str], tables: list[str]) -> list[str]:
    visible, *readings = (path.read_text().rstrip().rstrip(";") for path in (VISIBILITY, *READINGS))
    made = [visible, policies.who_is_opened(), *forgotten.statements(), policies.who_administers(), *readings]
    for role in readers:
        made.append(f'GRANT USAGE ON SCHEMA public TO "{role}"; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}"')
        made += [f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{name}" TO "{role}"' for name in tables if name.startswith(OPEN_TABLES)]
        made.append(f'GRANT SELECT, INSERT, UPDATE ON pghistory_context TO "{role}"')
    for model in policies.own_models():
        made += policies.statements(model, owner, readers) + statistics.statements(model)
    everybody = [*readers, owner]
    return [*made, mapping.DROP, *mapping.create(everybody), *known_then.views(everybody), *mapping.create_then(everybody)]
