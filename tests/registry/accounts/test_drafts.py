"""What is half-written is kept encrypted, for its account and its form alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.utils import timezone

from globa.journal.operations import acting
from globa.registry.accounts import drafts
from globa.registry.accounts.drafts import Draft
from tests.builders import Place

pytestmark = pytest.mark.django_db
PLACE, WRITTEN = "services-record", {"note": ["Žąsis prie Dauguvos"], "recipients": ["1", "2"]}


def keep(at: Place, **changes: object) -> Draft | None:
    own = {"user": at.worker, "appointment": None, "place": PLACE, "page": "/services/new/", "fields": WRITTEN}
    return drafts.keep(**(own | changes))  # type: ignore[arg-type]


def kept(at: Place, place: str = PLACE) -> list[Draft]:
    return drafts.kept_for(at.worker, None, [place])


def test_what_was_written_comes_back_whole(here: Place) -> None:
    keep(here)
    opened = kept(here)[0].opened()
    assert opened is not None
    assert (opened.page, opened.fields) == ("/services/new/", WRITTEN)


def test_a_form_is_kept_once_as_it_was_last(here: Place) -> None:
    keep(here)
    keep(here, fields={"note": ["Later"]})
    assert [draft.opened().fields for draft in kept(here)] == [{"note": ["Later"]}]  # type: ignore[union-attr]


def test_nothing_of_it_can_be_read_in_the_database(here: Place) -> None:
    draft = keep(here)
    assert draft is not None
    assert b"Dauguvos" not in bytes(draft.sealed)


def test_a_draft_put_into_another_form_does_not_open(here: Place) -> None:
    keep(here)
    Draft.objects.update(place="people-register")
    assert kept(here, "people-register")[0].opened() is None


def test_another_account_does_not_see_it(
    here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    keep(here)
    with in_the_name_of(elsewhere):
        assert Draft.objects.count() == 0


def test_after_two_weeks_it_is_gone(here: Place) -> None:
    keep(here)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=14))
    assert kept(here) == []
    drafts.forget_old()
    with acting(here.worker):
        assert Draft.objects.count() == 0


def test_what_is_too_long_is_not_kept(here: Place) -> None:
    assert keep(here, fields={"note": ["x" * drafts.LARGEST]}) is None


def test_nothing_is_kept_for_an_account_that_is_closed(here: Place) -> None:
    here.worker.is_active = False
    assert not drafts.keep_for_whoever_was_signed_out(user=here.worker, appointment=None, place=PLACE, page="/", fields=WRITTEN)
