"""Whoever begins today has the tables of whoever began with the first version."""

from __future__ import annotations

from typing import Any

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

OURS = {"journal", "registry", "care", "casework", "planning", "reports", "importers", "publication"}


def changes(one: ProjectState, other: ProjectState) -> dict[str, Any]:
    """What a migration from the one to the other would have to do, by room."""
    found = MigrationAutodetector(one, other).changes(MigrationLoader(None).graph, trim_to_apps=OURS)
    return {room: [operation.describe() for step in steps for operation in step.operations] for room, steps in found.items()}


def test_one_step_makes_what_all_the_steps_made() -> None:
    squashed = MigrationLoader(None).project_state()
    one_by_one = MigrationLoader(None, replace_migrations=False).project_state()
    assert len([name for name in squashed.models if name[0] in OURS]) > 150
    assert changes(one_by_one, squashed) == {}


def test_a_table_without_one_of_its_rules_is_noticed() -> None:
    whole = MigrationLoader(None).project_state()
    other = whole.clone()
    recipient = other.models["casework", "recipient"]
    recipient.options = {**recipient.options, "constraints": recipient.options["constraints"][1:]}
    assert len(changes(whole, other)["casework"]) == 1


def test_every_step_is_on_the_way_or_stood_for() -> None:
    loader = MigrationLoader(None)
    replaced = {one for squashed in loader.replacements.values() for one in squashed.replaces}
    on_the_way = {name for name in loader.graph.nodes if name[0] in OURS}
    assert {name for name in loader.disk_migrations if name[0] in OURS} == on_the_way | replaced
