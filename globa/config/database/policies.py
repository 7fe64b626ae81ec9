"""Row security, made from what each model declares as its protection; the history of a table is protected as the table."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from pghistory.models import Event

from globa.journal.protection import Protection

VISIBLE = "ANY ((SELECT globa_visible_organisations())::uuid[])"
INVOLVED = f"(SELECT person_id FROM registry_involvement WHERE organisation_id = {VISIBLE})"  # noqa: S608 - no input in it
SEES = {
    Protection.ORGANISATION: f"organisation_id = {VISIBLE}",
    Protection.INVOLVEMENT: f"person_id IN {INVOLVED}",
    Protection.PERSON: f"id IN {INVOLVED}",
    Protection.OPERATION: f"organisation_id = {VISIBLE} OR actor_id = (SELECT globa_actor())",
    Protection.READING: "organisation_id = ANY ((SELECT globa_overseen_organisations())::uuid[]) OR actor_id = (SELECT globa_actor())",
    Protection.OWN: "user_id = (SELECT globa_actor())",
}
# Of accounts the web adds and changes only what signing in, leaving and a lost second factor need.
OF_ACCOUNTS = {"registry.User": "SELECT, UPDATE", "registry.Appointment": "SELECT, UPDATE", "registry.FactorReset": "SELECT, INSERT, UPDATE"}
OF_THE_ACTOR = "actor_id = (SELECT globa_actor())"
WRITES = SEES | {Protection.OPERATION: OF_THE_ACTOR, Protection.READING: OF_THE_ACTOR}
ONLY_ADDED_TO = (Protection.OPERATION, Protection.READING)


def own_models() -> list[type[models.Model]]:
    """Return the models of this project, their history included."""
    return [model for model in apps.get_models() if model.__module__.startswith("globa.") and model._meta.managed]


def is_history(model: type[models.Model]) -> bool:
    return issubclass(model, Event)


def protection_of(model: type[models.Model]) -> Protection:
    """Return what the model, or for a history the model that it follows, declares."""
    declared = getattr(model, "pgh_tracked_model", None) or model
    return Protection(declared.protection)  # type: ignore[union-attr]


def rights(model: type[models.Model]) -> str:
    """What the web's role may do with a table: history, operations and looks are only added to, case rows are never deleted."""
    if (is_history(model) and protection_of(model) in SEES) or protection_of(model) in ONLY_ADDED_TO:
        return "SELECT, INSERT"
    if protection_of(model) is Protection.SHARED:
        return "SELECT"
    if protection_of(model) is Protection.ACCOUNT:
        return "SELECT, INSERT" if is_history(model) else OF_ACCOUNTS.get(model._meta.label, "SELECT")
    if protection_of(model) in (Protection.SESSION, Protection.OWN):
        return "SELECT, INSERT, UPDATE, DELETE"
    return "SELECT, INSERT, UPDATE"


def statements(model: type[models.Model], owner: str, readers: list[str]) -> list[str]:
    """Return the SQL for one table: forced row security where rows differ in who may see them, and the rights."""
    table, protection = f'"{model._meta.db_table}"', protection_of(model)
    made = [f'REVOKE ALL ON {table} FROM "{role}"; GRANT {rights(model)} ON {table} TO "{role}"' for role in readers]
    if protection not in SEES:
        return made
    roles = ", ".join(f'"{role}"' for role in readers)
    return [
        *made,
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS owner_sees_all ON {table}",
        f"DROP POLICY IF EXISTS own_rows ON {table}",
        f'CREATE POLICY owner_sees_all ON {table} TO "{owner}" USING (true) WITH CHECK (true)',
        f"CREATE POLICY own_rows ON {table} TO {roles} USING ({SEES[protection]}) WITH CHECK ({WRITES[protection]})",
    ]
