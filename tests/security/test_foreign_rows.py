"""
What another institution recorded stays invisible, untouchable and unpointable, with the application's own filters removed.

Every protected table is tried, histories included; a table that the world has no row for fails.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, models, transaction

from globa.care.stays import admit
from globa.config.database.policies import SEES, is_history, own_models, protection_of
from globa.facts.tables import TABLES
from globa.journal.keys import new_key
from globa.journal.operations import Operation
from globa.journal.protection import Protection
from globa.journal.readings import Reading
from globa.journal.refusals import Untrue
from globa.journal.same import Same
from globa.planning.directions import aim
from globa.registry.involvement import Involvement
from globa.registry.registering import register
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping
from tests.security import world
from tests.security.world import Keys

pytestmark = pytest.mark.django_db

InTheNameOf = Callable[[Place], AbstractContextManager[None]]
OWN = [model for model in own_models() if protection_of(model) is Protection.ORGANISATION and not is_history(model)]
HISTORIES = [model for model in own_models() if is_history(model)]
INSIDE = [
    (model, constraint.pointer)
    for model in OWN
    for constraint in model._meta.constraints
    if isinstance(constraint, Same) and constraint.column == "organisation"
]


def refused_of(
    attempts: Mapping[type[models.Model], Callable[[], Any]],
    how: type[DatabaseError] | tuple[type[DatabaseError], ...] = DatabaseError,
) -> list[type[models.Model]]:
    """Try each on its own; return the models for which the database refused."""
    refused = []
    for model, attempt in attempts.items():
        try:
            with transaction.atomic():
                attempt()
        except how:
            refused.append(model)
    return refused


def say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def foreign(elsewhere: Place, in_the_name_of: InTheNameOf, as_owner: Stepping) -> Keys:
    """The keys of everything that the other place recorded."""
    with as_owner():
        before = world.keys_of(world.protected_models())
    with in_the_name_of(elsewhere):
        world.fill(elsewhere)
    with as_owner():
        return {model: keys - before[model] for model, keys in world.keys_of(world.protected_models()).items()}


def test_the_other_place_has_a_row_in_every_protected_table(foreign: Keys) -> None:
    assert [model._meta.label for model, keys in foreign.items() if not keys] == []


def test_none_of_its_rows_is_seen_by_the_models(foreign: Keys, here: Place) -> None:
    assert world.leaks(foreign, lambda model: world.keys_of([model])[model]) == []


def test_none_of_its_rows_is_seen_by_plain_sql(foreign: Keys, here: Place) -> None:
    assert world.leaks(foreign, lambda model: world.rows_by_sql(model._meta.db_table)) == []


def test_its_own_worker_sees_all_of_them(foreign: Keys, elsewhere: Place, in_the_name_of: InTheNameOf) -> None:
    with in_the_name_of(elsewhere):
        assert world.keys_of(list(foreign)) == foreign


def test_a_table_without_row_security_is_a_leak_that_is_found(foreign: Keys, here: Place, as_owner: Stepping) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE care_stay DISABLE ROW LEVEL SECURITY")
    assert world.leaks(foreign, lambda model: world.keys_of([model])[model]) == ["care.Stay"]


def test_none_of_its_rows_is_counted(foreign: Keys, here: Place, elsewhere: Place) -> None:
    assert world.facts_seen(elsewhere.organisation.pk) == []


def test_its_own_worker_counts_in_every_fact_table(
    foreign: Keys, elsewhere: Place, in_the_name_of: InTheNameOf, as_owner: Stepping
) -> None:
    with as_owner():
        builders.unit_of(elsewhere, "elsewhere-centre", "foster_centre")
    with in_the_name_of(elsewhere):
        builders.event(elsewhere, builders.person(elsewhere), kind="staff_training").attendances.update(role="worker")
        aim(
            organisation=elsewhere.organisation,
            year=2023,
            code="2",
            text="Children",
            indicator="homes.children",
            comparator="at_least",
            target=Decimal(1),
            by=elsewhere.worker,
        )
        assert world.facts_seen(elsewhere.organisation.pk) == list(TABLES)


def test_a_view_that_forgets_who_asks_is_a_leak_that_is_found(foreign: Keys, here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER VIEW facts.assets SET (security_invoker = false)")
    assert world.facts_seen(elsewhere.organisation.pk) == ["assets"]


def test_nothing_is_recorded_in_its_name(foreign: Keys, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        copies = [model._base_manager.get(pk=next(iter(foreign[model]))) for model in OWN]
    for copied in copies:
        copied.pk = new_key()
    assert refused_of({type(copied): partial(copied.save, force_insert=True) for copied in copies}) == OWN


def test_nothing_of_its_own_is_changed(foreign: Keys, here: Place) -> None:
    assert {model._base_manager.filter(pk__in=foreign[model]).update(organisation=here.organisation) for model in OWN} == {0}


def test_nothing_is_given_to_it(here: Place, elsewhere: Place) -> None:
    world.fill(here)
    assert refused_of({model: partial(model._base_manager.update, organisation=elsewhere.organisation) for model in OWN}) == OWN


def test_no_pointer_leads_across(foreign: Keys, here: Place) -> None:
    world.fill(here)
    led_across = []
    for model, pointer in INSIDE:
        target: Any = model._meta.get_field(pointer).related_model
        own = model._base_manager.order_by("pk")[:1].values("pk")
        across = partial(model._base_manager.filter(pk__in=own).update, **{f"{pointer}_id": next(iter(foreign[target]))})
        # The foreign key refuses it, or row security does, for the row would be of people whom nobody here sees.
        if not refused_of({model: across}, (IntegrityError, ProgrammingError)):
            led_across.append(f"{model._meta.label}.{pointer}")
    assert led_across == []


def test_a_child_who_lives_elsewhere_is_not_admitted_here_and_it_is_not_said_where(
    here: Place, elsewhere: Place, in_the_name_of: InTheNameOf
) -> None:
    with in_the_name_of(elsewhere):
        child = builders.child(elsewhere)
        stay = builders.stay(elsewhere, child)
    # A person is one row for the whole installation; with a file here the child is seen here too.
    Involvement.objects.create(person_id=child.pk, organisation=here.organisation, purpose="care", during=(SINCE, None))
    bed = builders.bed(builders.home(here))
    with pytest.raises(Untrue) as refused:
        admit(child=child, bed=bed, on=SINCE, origin="parents", by=here.worker)
    said = str(refused.value)
    assert said.startswith("The child already lives somewhere else on some of these days.")
    for secret in ("elsewhere", "home-1", str(stay.pk), str(stay.dwelling_id), str(elsewhere.organisation.pk)):
        assert secret not in said.replace("somewhere else", "")


def test_a_question_that_nobody_asks_is_an_error_and_no_empty_answer(foreign: Keys) -> None:
    assert refused_of({model: partial(list, model._base_manager.all()) for model in foreign}, ProgrammingError) == list(foreign)


@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_happened_is_neither_changed_nor_deleted(change: str, here: Place) -> None:
    written: list[type[models.Model]] = [*HISTORIES, Operation, Reading]
    changes = {model: partial(say, change.format(f'"{model._meta.db_table}"', *[model._meta.pk.column] * 2)) for model in written}
    assert refused_of(changes, ProgrammingError) == written


def test_no_case_row_is_deleted(here: Place) -> None:
    assert refused_of({model: partial(say, f'DELETE FROM "{model._meta.db_table}"') for model in OWN}, ProgrammingError) == OWN


def test_nobody_acts_in_the_name_of_another(here: Place, elsewhere: Place) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        register(organisation=here.organisation, by=elsewhere.worker, since=SINCE, given_name="Ona")


def test_every_protection_that_compares_rows_is_tried() -> None:
    assert {protection_of(model) for model in world.protected_models()} == set(SEES)
