"""What the database itself says about its tables, views and roles. Each function returns what is wrong, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection

from globa.config.database.policies import SEES, own_models, protection_of

VIEWS = """
    SELECT format('%s.%s', n.nspname, c.relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
    ORDER BY 1
"""
TABLES = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
           (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)
    FROM pg_class c WHERE c.relname = ANY (%s) AND c.relkind = 'r'
"""
STRONG = """
    SELECT rolname FROM pg_roles r
    WHERE rolname = ANY (%s)
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication
           OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE n.nspname IN ('public', 'facts') AND pg_has_role(r.oid, c.relowner, 'MEMBER')))
    ORDER BY 1
"""
RIGHTS = """
    SELECT table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type)
    FROM information_schema.role_table_grants
    WHERE grantee = %s AND table_schema = 'public'
    GROUP BY table_name
"""


def views_that_forget_who_asks() -> list[str]:
    return [f"the view {name} shows what its owner sees" for (name,) in asked(VIEWS)]


def unprotected_tables() -> list[str]:
    """Tables whose rows differ in who may see them, histories included, that do not enforce it."""
    wanted = sorted(model._meta.db_table for model in own_models() if protection_of(model) in SEES)
    found = {name: (enabled, forced, policies) for name, enabled, forced, policies in asked(TABLES, [wanted])}
    return [f"the table {name} is open" for name in wanted if found.get(name) != (True, True, 2)]


def too_strong(roles: Iterable[str] = ("globa_web", "globa_worker", "globa_public")) -> list[str]:
    return [f"the role {name} can walk past row security" for (name,) in asked(STRONG, [list(roles)])]


def rights_of(role: str) -> dict[str, set[str]]:
    return {table: set(rights.split()) for table, rights in asked(RIGHTS, [role])}


def asked(question: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()
