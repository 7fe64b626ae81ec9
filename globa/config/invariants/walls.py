"""Invariants that hold of every table alike, made from what the models declare."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from globa.config.database.policies import SEES, is_history, own_models, protection_of
from globa.config.invariants.invariant import Invariant
from globa.vocabulary.words import message as _

NONE = "SELECT NULL::text WHERE false"


def of_walls() -> list[Invariant]:
    """Asked once Django is set up."""
    protected = [model._meta.db_table for model in own_models() if protection_of(model) in SEES]
    tracked = [model for model in own_models() if not is_history(model) and hasattr(model, "pgh_event_model")]
    return [
        Invariant("row_security", _("every protected table asks who reads it, its owner too"), _unprotected(protected)),
        Invariant("tracked", _("every row has its history, and the history ends with the row"), _all(map(_without_history, tracked))),
        Invariant("triggers_on", _("no rule of a table is switched off"), SWITCHED_OFF),
    ]


# A restore or a repair by hand may leave one behind.
SWITCHED_OFF = """
    SELECT c.relname || '.' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'O'
    UNION ALL SELECT conrelid::regclass || '.' || conname FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND NOT convalidated
"""


def _unprotected(tables: Iterable[str]) -> str:
    # Names of tables are the models' own.
    named = ", ".join(f"('{name}')" for name in sorted(tables))
    return f"""
        SELECT wanted.name FROM (VALUES {named}) AS wanted (name) LEFT JOIN pg_class c
            ON c.relnamespace = 'public'::regnamespace AND c.relname = wanted.name AND c.relrowsecurity AND c.relforcerowsecurity
        WHERE c.oid IS NULL OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_rows')
    """  # noqa: S608 - no input in it


def _without_history(model: type[models.Model]) -> str:
    table, history = model._meta.db_table, model.pgh_event_model._meta.db_table  # type: ignore[attr-defined]
    return f"""
        SELECT '{model._meta.label_lower}:' || r.id FROM "{table}" r WHERE coalesce((
            SELECT e.pgh_label FROM "{history}" e WHERE e.pgh_obj_id = r.id ORDER BY e.pgh_id DESC LIMIT 1), 'removed') = 'removed'
    """  # noqa: S608 - no input in it


def _all(questions: Iterable[str]) -> str:
    return " UNION ALL ".join(questions) or NONE
