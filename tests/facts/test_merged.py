"""A merge keeps both rows of a person; what is counted is the surviving one, in whichever part of the work it stands."""

from __future__ import annotations

from django.db import connection

from globa.registry.people import merge
from tests import builders
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_english, in_the_name_of

__all__ = ["elsewhere", "here", "in_english", "in_the_name_of"]


def column(table: str, name: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT DISTINCT "{name}" FROM facts."{table}"')
        return [str(row[0]) for row in cursor.fetchall()]


def test_a_worker_recorded_twice_is_one_worker(here: Place) -> None:
    once, again = builders.person(here, "Rasa"), builders.person(here, "Rasa")
    for worker in (once, again):
        builders.service(here, builders.child(here), provider=worker)
    builders.holding(here, worker=again)
    builders.event(here, once, kind="staff_training").attendances.update(role="worker")
    merge(duplicate=again, into=once, organisation=here.organisation, by=here.worker, reason="the same person")
    assert column("services", "provider") == column("posts", "worker") == column("trainings", "worker") == [str(once.pk)]
