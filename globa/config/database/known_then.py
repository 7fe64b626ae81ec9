"""The records as they were known at an instant: a view per table, read from its history."""

from __future__ import annotations

from django.db import models

from globa.config.database.policies import is_history, own_models
from globa.facts import mapping


def views(readers: list[str]) -> list[str]:
    """Return the SQL of the schema; the instant is the setting `globa.known_at` of the transaction that asks."""
    tracked = [model for model in own_models() if not is_history(model) and hasattr(model, "pgh_event_model")]
    made = [_view(model) for model in tracked]
    return [f"CREATE SCHEMA {mapping.RECORDS_THEN}", *made, *mapping.grants(mapping.RECORDS_THEN, readers)]


def _view(model: type[models.Model]) -> str:
    """The newest version of each row up to the instant, unless that one removed it."""
    table, history = model._meta.db_table, model.pgh_event_model._meta.db_table  # type: ignore[attr-defined]
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    # No input stands in it: table and column names are those of the models.
    return (
        f'CREATE VIEW {mapping.RECORDS_THEN}."{table}" WITH (security_invoker = true) AS SELECT {columns} FROM ('  # noqa: S608
        f'SELECT DISTINCT ON (pgh_obj_id) * FROM public."{history}"'
        " WHERE pgh_created_at <= current_setting('globa.known_at')::timestamptz ORDER BY pgh_obj_id, pgh_id DESC"
        ") newest WHERE pgh_label <> 'removed'"
    )
