"""Row security, made from what each model declares as its protection; the history of a table is protected as the table."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.db import models
from pghistory.models import Event

from globa.journal.concerns import Concerns, Through, concerns_of, model_named
from globa.journal.protection import Protection
from globa.registry import policy
from globa.vocabulary.sensitivity import Sensitivity

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
# Of accounts the web adds and changes only what signing in, leaving and a lost second factor need; whom it may invite, triggers say.
OF_ACCOUNTS = {
    "registry.User": "SELECT, INSERT, UPDATE",
    "registry.Appointment": "SELECT, INSERT, UPDATE, DELETE",
    "registry.FactorReset": "SELECT, INSERT, UPDATE",
    "registry.Letter": "SELECT, INSERT, UPDATE",
}
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
    if protection_of(model) is Protection.INDEX:
        return ""
    if protection_of(model) is Protection.SHARED:
        return "SELECT"
    if protection_of(model) is Protection.ADMINISTERED:
        return "SELECT, INSERT" if is_history(model) else "SELECT, INSERT, UPDATE"
    if protection_of(model) is Protection.ACCOUNT:
        return "SELECT, INSERT" if is_history(model) else OF_ACCOUNTS.get(model._meta.label, "SELECT")
    if protection_of(model) in (Protection.SESSION, Protection.OWN):
        return "SELECT, INSERT, UPDATE, DELETE"
    return "SELECT, INSERT, UPDATE"


def opened(people: str, how_far: str) -> str:
    """PostgreSQL finds a row in a set at once; with an array that it does not know beforehand it would compare member by member."""
    return f"{people} IN (SELECT unnest((SELECT globa_opened('{how_far}'))))"


OWN_PERSON = "SELECT u.person_id FROM registry_user u WHERE u.id = globa_actor()"


def shown(model: type[models.Model], concerns: Concerns) -> str:
    """When a row is shown to a reader; whoever counts or compares is past this, within the organisation."""
    people = [_column(model, name) for name in concerns.people]
    ways = ["(SELECT globa_is_counting())", *(opened(f'"{column}"', concerns.opens) for column in people)]
    if concerns.may_be_about_nobody(model):
        ways.append(" AND ".join(f'"{column}" IS NULL' for column in people))
    ways += [_through(model, named, concerns.opens) for named in concerns.through]
    if concerns.made_by:
        mine = f'"{_column(model, concerns.made_by)}"'
        ways.append(f"{mine} = ({OWN_PERSON})")
    return " OR ".join(f"({way})" for way in ways)


def _through(model: type[models.Model], named: Through, how_far: str) -> str:
    other = model_named(named.model)
    points, names, here = _column(other, named.points), f'named."{_column(other, named.names)}"', _column(model, named.here)
    holds = f' AND named."{_column(other, named.unless)}" IS NULL' if named.unless else ""
    return (
        f'EXISTS (SELECT 1 FROM "{other._meta.db_table}" named'  # noqa: S608 - names of models, no input
        f' WHERE named."{points}" = "{model._meta.db_table}"."{here}"{holds} AND {opened(names, how_far)})'
    )


def _column(model: type[models.Model], name: str) -> str:
    column: str = model._meta.get_field(name).column  # type: ignore[assignment, union-attr]
    return column


def statements(model: type[models.Model], owner: str, readers: list[str]) -> list[str]:
    """Return the SQL for one table: forced row security where rows differ in who may see them, and the rights."""
    table, protection = f'"{model._meta.db_table}"', protection_of(model)
    concerns = concerns_of(model)
    made = [f'REVOKE ALL ON {table} FROM "{role}"' for role in readers]
    made += [f'GRANT {rights(model)} ON {table} TO "{role}"' for role in readers if rights(model)]
    if protection not in SEES:
        return made
    roles = ", ".join(f'"{role}"' for role in readers)
    return [
        *made,
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS owner_sees_all ON {table}",
        f"DROP POLICY IF EXISTS own_rows ON {table}",
        f"DROP POLICY IF EXISTS opened_rows ON {table}",
        f'CREATE POLICY owner_sees_all ON {table} TO "{owner}" USING (true) WITH CHECK (true)',
        f"CREATE POLICY own_rows ON {table} TO {roles} USING ({SEES[protection]}) WITH CHECK ({WRITES[protection]})",
        *([_shown_only(model, concerns, roles)] if concerns else []),
    ]


def _shown_only(model: type[models.Model], concerns: Concerns, roles: str) -> str:
    return f'CREATE POLICY opened_rows ON "{model._meta.db_table}" AS RESTRICTIVE FOR SELECT TO {roles} USING ({shown(model, concerns)})'


REACHED = Path(__file__).with_name("reached.sql")
OPENED = Path(__file__).with_name("opened.sql")
ADMINISTERING = Path(__file__).with_name("administering.sql")
SAID_OF_ONE = (policy.Way.EMERGENCY, policy.Way.ASSIGNED, policy.Way.HOME, policy.Way.CARER, policy.Way.WARD)
"""Ways that somebody laid for one person; of several the journal names these first."""


def who_is_opened() -> str:
    """Return the SQL of the functions that say who is opened to whom and how, with the rules of the policy in it."""
    rules = ", ".join(f"('{rule.role}', '{rule.way}', '{rule.opens}')" for rule in policy.RULES)
    sealed = ", ".join(f"'{role}'" for role, classes in policy.CLASSES.items() if Sensitivity.S3A in classes)
    ways = ", ".join(f"'{way}'" for way in dict.fromkeys((*SAID_OF_ONE, *policy.Way)))
    reached = REACHED.read_text().format(rules=rules, reads_sealed=sealed).rstrip()
    return OPENED.read_text().format(reached=reached, ways=ways).rstrip().rstrip(";")


def who_administers() -> str:
    """Return the SQL of the functions that say who administers what, with the roles of the policy in it."""
    roles = ", ".join(f"'{role}'" for role, areas in policy.AREAS.items() if policy.Area.ADMINISTRATION in areas)
    return ADMINISTERING.read_text().format(roles=roles).rstrip().rstrip(";")
