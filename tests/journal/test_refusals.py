"""What the journal refuses."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from globa.journal.explanations import explain
from globa.journal.operations import Operation
from globa.journal.readings import Look, Looker, Shown, write
from globa.journal.seals import FIRST, Seal
from tests.builders import DAY, Place
from tests.fixtures import Stepping
from tests.refusing import Case, is_refused, untried

ONCE = uuid.UUID("018f0000-0000-7000-8000-000000000001")


def same_key_twice(at: Place) -> None:
    for _time in range(2):
        Operation.objects.create(verb="test", actor_id=at.worker.pk, idempotency_key=ONCE)


def say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def looked_and_sealed(at: Place) -> None:
    write(Looker(at.worker.pk), "people", [Look(None, Shown.NAME)])
    Seal.objects.create(number=1, first=1, last=1, rows="{[1,2)}", count=1, previous=FIRST, digest=FIRST, sealed_at=timezone.now())


def explained(at: Place, times: int = 1, **change: Any) -> None:
    what: dict[str, Any] = {"noticed": "night", "looker_id": ONCE, "person_id": None, "day": DAY, "reason": "On call."}
    for _time in range(times):
        explain(organisation_id=at.organisation.pk, by=at.worker, **what | change)


CASES: dict[str, Case] = {
    "operation_happens_once": same_key_twice,
    "look_is_explained_once": lambda at: explained(at, times=2),
    "nobody_explains_their_own_look": lambda at: explained(at, looker_id=at.worker.pk),
    "look_is_explained_in_words": lambda at: explained(at, reason="Yes"),
}

OF_THE_OWNER: dict[str, Case] = {
    "reading_is_never_changed": lambda _at: say("UPDATE journal_reading SET role = ''"),
    "reading_stays_its_time": lambda _at: say("DELETE FROM journal_reading"),
    "readings_are_never_emptied": lambda _at: say("TRUNCATE journal_reading"),
    "seal_is_never_changed": lambda _at: say("UPDATE journal_seal SET count = 2"),
    "seals_are_never_emptied": lambda _at: say("TRUNCATE journal_seal"),
}


def test_no_refusal_is_left_untried() -> None:
    assert untried("journal", CASES, OF_THE_OWNER) == set()


@pytest.mark.parametrize("name", [name for name in CASES if name != "operation_happens_once"])
def test_what_cannot_be_true_is_refused(here: Place, name: str) -> None:
    is_refused(name, CASES[name], here)


def test_a_key_of_a_request_is_used_once(here: Place) -> None:
    with pytest.raises(IntegrityError, match="operation_happens_once"), transaction.atomic():
        same_key_twice(here)


@pytest.mark.parametrize("name", OF_THE_OWNER)
def test_even_the_owner_changes_nothing_of_who_looked(here: Place, as_owner: Stepping, name: str) -> None:
    with as_owner():
        looked_and_sealed(here)
        say("ALTER TABLE journal_reading ENABLE TRIGGER ALL; ALTER TABLE journal_seal ENABLE TRIGGER ALL")
        is_refused(name, OF_THE_OWNER[name], here)
