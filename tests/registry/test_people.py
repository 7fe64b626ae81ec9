"""A person is one row for the whole installation: registering, merging, separating, ages, relations."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from globa.journal.operations import Operation, acting
from globa.registry.involvement import Involvement, Purpose
from globa.registry.people import Person, merge, separate
from globa.registry.relations import Relation, RelationKind
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping


def test_who_is_registered_gets_a_file_of_the_organisation(here: Place) -> None:
    person = builders.person(here, purpose=Purpose.TRAINING)
    file = Involvement.objects.get(person=person)
    assert (file.organisation, file.purpose, file.during.lower, file.during.upper) == (here.organisation, "training", SINCE, None)


def test_nothing_but_a_name_need_be_known(here: Place) -> None:
    person = builders.person(here)
    assert (person.name, person.sex, person.birth_date, person.personal_code, person.age_on(SINCE)) == ("Ona", "unknown", None, "", None)


def test_a_person_without_a_name_is_shown_as_such(here: Place) -> None:
    assert str(builders.person(here, "")) != ""


def test_a_merge_keeps_both_rows_and_says_who_and_why(here: Place) -> None:
    duplicate, kept = builders.child(here, "Jonas"), builders.child(here, "Jonas")
    merge(organisation=here.organisation, duplicate=duplicate, into=kept, by=here.worker, reason="The same personal code")
    assert list(Person.objects.surviving().filter(given_name="Jonas")) == [kept]
    done = Operation.objects.get(verb="registry.merge")
    assert (done.reason, done.actor_id, done.subject) == ("The same personal code", here.worker.pk, f"registry.person:{duplicate.pk}")


def test_what_is_counted_follows_the_surviving_record_until_they_are_separated(here: Place) -> None:
    duplicate, kept = builders.child(here), builders.child(here)
    builders.service(here, duplicate)
    builders.service(here, kept)
    assert helped() == 2
    merge(organisation=here.organisation, duplicate=duplicate, into=kept, by=here.worker, reason="")
    assert helped() == 1
    separate(organisation=here.organisation, person=duplicate, by=here.worker, reason="Two brothers")
    assert helped() == 2


def test_a_colleague_sees_who_registered_whom(here: Place, as_owner: Stepping) -> None:
    person = builders.person(here)
    with as_owner():
        colleague = builders.account("colleague@here.example", here.organisation)
    with acting(colleague):
        assert Operation.objects.get(subject=f"registry.person:{person.pk}").actor_id == here.worker.pk


def helped() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT person) FROM facts.attendances")
        return int(cursor.fetchone()[0])


def test_age_is_full_years_on_the_day(here: Place) -> None:
    child = builders.child(here, born=date(2012, 3, 4))
    assert [child.age_on(day) for day in (date(2023, 3, 3), date(2023, 3, 4))] == [10, 11]


def test_a_relation_is_stored_once_and_read_from_both_sides(here: Place) -> None:
    mother, child = builders.person(here), builders.child(here)
    relation = Relation.objects.create(organisation=here.organisation, person=mother, other=child, kind=RelationKind.PARENT)
    assert relation.seen_from(child) is RelationKind.PARENT
    assert relation.seen_from(mother) is RelationKind.CHILD
    assert list(Relation.objects.of(mother)) == list(Relation.objects.of(child)) == [relation]


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_has_its_inverse(kind: RelationKind) -> None:
    from globa.registry.relations import INVERSE

    assert INVERSE[INVERSE[kind]] is kind
