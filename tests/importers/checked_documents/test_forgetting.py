"""What was found is forgotten after some days, unless its owner keeps it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from globa.importers.checked_documents.documents import CheckedDocument, drop, forget, keep, keep_no_longer
from globa.importers.checked_documents.forgetting import STUCK, forget_old
from globa.journal.operations import acting
from globa.registry.accounts.users import User
from tests.builders import Place
from tests.fixtures import Stepping
from tests.importers.checked_documents.conftest import Dropping

pytestmark = pytest.mark.django_db


def aged(document: CheckedDocument, days: int) -> CheckedDocument:
    CheckedDocument.objects.filter(pk=document.pk).update(done_at=timezone.now() - timedelta(days=days))
    return document


def left(at: Place) -> set[object]:
    with acting(at.worker):
        return set(CheckedDocument.objects.values_list("pk", flat=True))


def test_only_what_is_older_than_the_setting_is_forgotten(here: Place, dropped: Dropping) -> None:
    days = settings.GLOBA_CHECK_DAYS
    aged(dropped(here), days + 1)
    young = aged(dropped(here), days - 1)
    assert forget_old() == 1
    assert left(here) == {young.pk}


def test_what_the_owner_keeps_stays_until_the_owner_says_otherwise(here: Place, dropped: Dropping) -> None:
    kept = dropped(here)
    keep(document=kept, by=here.worker)
    aged(kept, 300)
    assert forget_old() == 0
    kept.refresh_from_db()
    keep_no_longer(document=kept, by=here.worker)
    assert forget_old() == 0
    aged(kept, 300)
    assert forget_old() == 1
    assert left(here) == set()


def test_the_owner_forgets_at_once(here: Place, dropped: Dropping) -> None:
    forget(document=dropped(here), by=here.worker)
    assert left(here) == set()


def test_the_file_of_a_check_that_never_ended_is_deleted_too(here: Place) -> None:
    document = drop(name="report.docx", content=b"PK", by=here.worker)
    CheckedDocument.objects.update(asked_at=timezone.now() - STUCK)
    forget_old()
    with acting(here.worker):
        document.refresh_from_db()
        assert (document.state, document.file_sealed) == ("refused", None)


def test_of_whoever_left_everything_is_forgotten(here: Place, dropped: Dropping, as_owner: Stepping) -> None:
    keep(document=dropped(here), by=here.worker)
    with as_owner():
        User.objects.filter(pk=here.worker.pk).update(is_active=False)
    assert forget_old() == 1
