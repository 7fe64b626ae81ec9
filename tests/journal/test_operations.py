"""Every change is part of an operation: who, when, what, why, once."""

from __future__ import annotations

import uuid
from datetime import date
from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, connection

from globa.journal.keys import new_key
from globa.journal.operations import AlreadyDone, Operation, acting, counting, operation, reference
from globa.journal.refusals import Untrue, sentence_for
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.registry.registering import register
from tests import builders
from tests.builders import SINCE, Place


def test_an_operation_says_who_did_what_about_which_record_and_why(here: Place) -> None:
    payer = builders.payer(here)
    with operation("test.do", by=here.worker, about=payer, reason="Because") as done:
        pass
    assert (done.verb, done.actor_id, done.organisation_id, done.reason) == ("test.do", here.worker.pk, here.organisation.pk, "Because")
    assert done.subject == reference(payer) == f"registry.payer:{payer.pk}"


def test_history_names_the_operation_that_made_it(here: Place) -> None:
    payer = builders.payer(here)
    with operation("test.rename", by=here.worker, about=payer) as done:
        Payer.objects.filter(pk=payer.pk).update(name="Other")
    event = builders.versions_of(payer)[-1]
    assert (event.name, event.pgh_context.metadata) == ("Other", {"operation": str(done.pk)})


def test_an_operation_inside_another_is_part_of_it(here: Place) -> None:
    with operation("test.outer", by=here.worker, about=here.organisation) as outer:
        payer = builders.payer(here)
        with operation("test.inner", by=here.worker, about=payer) as inner:
            Payer.objects.filter(pk=payer.pk).update(name="Other")
    assert inner == outer
    assert {event.pgh_context.metadata["operation"] for event in builders.versions_of(payer)} == {str(outer.pk)}


def test_after_a_refusal_nothing_is_running_any_more(here: Place) -> None:
    with pytest.raises(Untrue), operation("test.fails", by=here.worker, about=here.organisation):
        raise ValidationError("No.")
    with operation("test.next", by=here.worker, about=here.organisation) as done:
        pass
    assert done.verb == "test.next"
    assert not Operation.objects.filter(verb="test.fails").exists()


def test_the_same_request_is_done_once(here: Place) -> None:
    once = uuid.uuid4()
    with operation("test.do", by=here.worker, about=here.organisation, once=once):
        pass
    with (
        pytest.raises(AlreadyDone, match="nothing was added twice"),
        operation("test.do", by=here.worker, about=here.organisation, once=once),
    ):
        pass
    assert Operation.objects.filter(idempotency_key=once).count() == 1


def test_a_range_that_ends_before_it_begins_is_refused_in_words(here: Place) -> None:
    with pytest.raises(Untrue, match="The end is before the beginning"), operation("test", by=here.worker, about=here.organisation):
        Payer.objects.create(organisation=here.organisation, code="x", name="x", kind="own_budget", during=(SINCE, date(2019, 1, 1)))


def test_data_of_a_wrong_form_is_a_mistake_of_the_program_and_stays_one(here: Place) -> None:
    with pytest.raises(DataError), operation("test", by=here.worker, about=here.organisation):
        builders.payer(here, code="x" * 100)


def test_an_unknown_constraint_still_gets_a_sentence() -> None:
    assert sentence_for("no_such_constraint").startswith("This contradicts what is already recorded")


def test_keys_are_in_the_order_in_which_they_were_made() -> None:
    keys = [new_key() for _number in range(100)]
    assert keys == sorted(keys)
    assert {key.version for key in keys} == {7}


@pytest.mark.django_db(transaction=True)
@pytest.mark.owner
def test_of_two_equal_requests_at_the_same_time_one_is_done() -> None:
    place, once = builders.place("here"), uuid.uuid4()
    outcomes: list[str] = []
    threads = [Thread(target=_register_once, args=(place, once, outcomes)) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["already done"] * 3 + ["done"]
    assert Person.objects.count() == 1


def _register_once(place: Place, once: uuid.UUID, outcomes: list[str]) -> None:
    try:
        with acting(place.worker), operation("test", by=place.worker, about=place.organisation, once=once):
            register(organisation=place.organisation, by=place.worker, since=SINCE, given_name="Ona")
        outcomes.append("done")
    except AlreadyDone:
        outcomes.append("already done")
    finally:
        connection.close()


def test_counting_ends_with_a_fault_too(here: Place) -> None:
    with pytest.raises(KeyError), counting():
        raise KeyError
    with connection.cursor() as cursor:
        cursor.execute("SELECT globa_is_counting()")
        assert cursor.fetchone() == (False,)
