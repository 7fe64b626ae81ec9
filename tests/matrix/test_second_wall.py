"""With the application's filters removed: plain SQL in the name of a worker, for every table that concerns people."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.db.models import Q

from globa.config.database.policies import own_models
from globa.indicators import figures
from globa.journal.concerns import Concerns, concerns_of, model_named
from globa.journal.operations import acting, counting
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period
from tests.matrix.asking import as_the_web
from tests.matrix.defects import as_owner, execute
from tests.matrix.world import Child, Relation, World

pytestmark = pytest.mark.django_db
CONCERNED = [(model, concerns) for model in own_models() if (concerns := concerns_of(model))]
BY_FILE = [model for model, concerns in CONCERNED if concerns.opens == "file"]
TABLES = pytest.mark.parametrize("model", [model for model, _concerns in CONCERNED], ids=lambda model: model._meta.label)
FILES = pytest.mark.parametrize("model", BY_FILE, ids=lambda model: model._meta.label)
# Whose rows stand for all who are not worked with: each table has something about one of them.
CLOSED = (Relation.SAME, Relation.SEALED, Relation.CONFLICT, Relation.PARENT_OF_SAME)


def keys_about(model: type[models.Model], children: list[Child], of: Organisation | None = None) -> set[Any]:
    """Asked as the owner: the rows that concern these children and nobody who is opened; or only those of an institution."""
    concerns, people = concerns_of(model), [child.person.pk for child in children]
    assert concerns
    with as_owner():
        found = model._base_manager.filter(_about(concerns, people))
        if of and any(one.name == "organisation" for one in model._meta.fields):
            found = found.filter(organisation=of)
        return set(found.values_list("pk", flat=True))


def _about(concerns: Concerns, people: list[uuid.UUID]) -> Q:
    about = Q()
    for name in concerns.people:
        about |= Q(**{f"{name}__in": people})
    for named in concerns.through:
        rows = model_named(named.model)._base_manager.filter(**{f"{named.names}__in": people})
        rows = rows.filter(**{f"{named.unless}__isnull": True}) if named.unless else rows
        about |= Q(**{f"{named.here}__in": list(rows.values_list(named.points, flat=True))})
    return about


def seen(model: type[models.Model]) -> set[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{model._meta.pk.column}" FROM "{model._meta.db_table}"')
        return {row[0] for row in cursor.fetchall()}


@contextmanager
def as_worker(user: User) -> Iterator[None]:
    with transaction.atomic(), acting(user):
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _web(world: World) -> None:
    as_the_web()


def closed(world: World) -> list[Child]:
    return [child for child in world.children if child.relation in CLOSED]


@TABLES
def test_a_psychologist_sees_no_row_of_whom_nobody_assigned_to_her(world: World, model: type[models.Model]) -> None:
    about = keys_about(model, closed(world))
    assert about, "the world has no such row"
    with as_worker(world.users["psychologist"]):
        assert seen(model) & about == set()


@FILES
def test_a_coordinator_who_is_not_assigned_sees_no_row_of_the_file(world: World, model: type[models.Model]) -> None:
    about = keys_about(model, closed(world))
    with as_worker(world.users["foster_coordinator"]):
        assert seen(model) & about == set()


@TABLES
def test_a_figure_counts_all_of_them(world: World, model: type[models.Model]) -> None:
    about = keys_about(model, closed(world), of=world.centre.organisation)
    with as_worker(world.users["psychologist"]), counting():
        assert about <= seen(model)


@pytest.mark.parametrize("model", BY_FILE[:3], ids=lambda model: model._meta.label)
def test_without_its_policy_the_rows_are_seen(world: World, model: type[models.Model]) -> None:
    about = keys_about(model, closed(world))
    with transaction.atomic():
        execute(f'DROP POLICY opened_rows ON "{model._meta.db_table}"')
        with as_worker(world.users["psychologist"]):
            assert seen(model) & about
        transaction.set_rollback(True)


@pytest.mark.parametrize("role", ["foster_coordinator", "psychologist", "accountant", "auditor"])
def test_figures_are_the_same_for_whoever_may_count(world: World, role: str) -> None:
    assert counted(world, role) == counted(world, "head")


def counted(world: World, role: str) -> list[tuple[str, Any]]:
    with as_worker(world.users[role]):
        scope = scope_of(world.centre.organisation, Period.year(2023))
        found = [(one.code, one.value) for one in figures.compute([scope], here())]
    assert any(value for _code, value in found)
    return found
