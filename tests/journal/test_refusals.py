"""What the journal refuses."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError, transaction

from globa.journal.operations import Operation
from tests.builders import Place
from tests.refusing import Case, untried

ONCE = uuid.UUID("018f0000-0000-7000-8000-000000000001")


def same_key_twice(at: Place) -> None:
    for _time in range(2):
        Operation.objects.create(verb="test", actor_id=at.worker.pk, idempotency_key=ONCE)


CASES: dict[str, Case] = {"operation_happens_once": same_key_twice}


def test_no_refusal_is_left_untried() -> None:
    assert untried("journal", CASES) == set()


def test_a_key_of_a_request_is_used_once(here: Place) -> None:
    with pytest.raises(IntegrityError, match="operation_happens_once"), transaction.atomic():
        same_key_twice(here)
