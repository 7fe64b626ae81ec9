"""Who looked: one statement a page, kept its time, seen by those who watch over it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.utils import timezone

from globa.journal.operations import acting
from globa.journal.readings import Look, Looker, Reading, Result, Shown, write
from globa.registry.accounts.appointments import Appointment, Role
from tests import builders
from tests.builders import Place

Stepping = Callable[[], AbstractContextManager[None]]
CHILD, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


def looked(at: Place, *people: uuid.UUID, route: str = "people-person") -> None:
    write(Looker(at.worker.pk, Role.FOSTER_COORDINATOR, at.organisation.pk), route, [Look(one, Shown.FILE) for one in people])


def say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_all_looks_of_a_page_are_one_statement(here: Place, django_assert_num_queries: Callable[[int], Any]) -> None:
    with django_assert_num_queries(1):
        looked(here, CHILD, OTHER, CHILD)
    rows = Reading.objects.values_list("person_id", "shown", "way", "role", "route", "result", "organisation_id")
    same = ("file", "", "foster_coordinator", "people-person", "shown", here.organisation.pk)
    assert list(rows) == [(CHILD, *same), (OTHER, *same)]


def test_a_list_that_names_nobody_is_a_look_without_a_person(here: Place) -> None:
    write(Looker(here.worker.pk), "figures-records", [Look(None, Shown.EVIDENCE)])
    assert Reading.objects.values_list("person_id", "shown", "organisation_id").get() == (None, "evidence", None)


def test_nobody_looks_in_the_name_of_another(here: Place, elsewhere: Place) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        write(Looker(elsewhere.worker.pk), "people-person", [Look(CHILD, Shown.FILE, result=Result.REFUSED)])


@pytest.mark.parametrize(("role", "seen"), [("head", 1), ("data_protection_officer", 1), ("foster_coordinator", 0), ("administrator", 0)])
def test_those_who_watch_over_it_see_the_looks_of_their_organisation(here: Place, as_owner: Stepping, role: str, seen: int) -> None:
    looked(here, CHILD)
    with as_owner():
        watcher = builders.account("watcher@here.example", here.organisation, role)
    with acting(watcher):
        assert Reading.objects.count() == seen


def test_who_watches_elsewhere_sees_nothing_of_here(here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    looked(here, CHILD)
    with as_owner():
        Appointment.objects.filter(user=elsewhere.worker).update(role=Role.HEAD)
    with acting(elsewhere.worker):
        assert not Reading.objects.exists()


@pytest.mark.parametrize("change", ["UPDATE journal_reading SET role = ''", "DELETE FROM journal_reading", "TRUNCATE journal_reading"])
def test_the_web_neither_changes_nor_removes_a_look(here: Place, change: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        say(change)


def test_a_look_goes_when_its_time_is_over(here: Place, as_owner: Stepping) -> None:
    looked(here, CHILD, OTHER)
    with as_owner():
        say("ALTER TABLE journal_reading DISABLE TRIGGER ALL")
        Reading.objects.filter(person_id=OTHER).update(happened_at=timezone.now() - timedelta(days=366 * 5))
        say("ALTER TABLE journal_reading ENABLE TRIGGER ALL")
        Reading.objects.filter(person_id=OTHER).delete()
    assert Reading.objects.get().person_id == CHILD
