"""Who is opened is worked out once in a transaction; a write to a table that it rests on forgets it at once."""

from __future__ import annotations

import pytest
from django.db import connection

from globa.config.database import forgotten
from globa.journal.operations import acting
from globa.registry.assignments import Assignment
from globa.registry.people import Person
from globa.registry.sealing import Seal
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db


def answered(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def test_every_table_that_the_questions_name_forgets() -> None:
    watched = answered("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'globa_forget_opened' ORDER BY 1")
    assert watched == forgotten.tables()
    assert {"registry_involvement", "registry_seal", "registry_appointment", "care_stay"} < set(watched)


def test_a_person_sealed_in_the_same_transaction_is_gone_at_once(here: Place, as_owner: Stepping) -> None:
    with as_owner():
        child = builders.child(here)
    with acting(here.worker):
        assert Person.objects.filter(pk=child.pk).exists()
        with as_owner():
            Seal.objects.create(organisation=here.organisation, person=child, kind="adoption", during=(builders.SINCE, None))
        assert not Person.objects.filter(pk=child.pk).exists()


def test_what_was_worked_out_for_one_is_not_used_for_another(here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    with as_owner():
        child = builders.child(here)
    for place in (here, elsewhere, here):
        with acting(place.worker):
            assert Person.objects.filter(pk=child.pk).exists() == (place is here)


def test_a_table_without_the_trigger_would_be_noticed(here: Place, as_owner: Stepping) -> None:
    with as_owner():
        answered("SELECT 1")
        connection.cursor().execute("DROP TRIGGER globa_forget_opened ON registry_seal")
    with pytest.raises(AssertionError):
        test_every_table_that_the_questions_name_forgets()


def test_in_which_way_somebody_is_opened_is_worked_out_anew_with_the_rest(here: Place, as_owner: Stepping) -> None:
    with as_owner():
        child = builders.child(here)
    asked = f"SELECT way FROM globa_ways(ARRAY['{child.pk}']::uuid[])"
    with acting(here.worker):
        assert answered(asked) == ["assigned"]
        with as_owner():
            Assignment.objects.filter(person=child).update(during=(builders.SINCE, builders.DAY))
        assert answered(asked) == ["institution"]
