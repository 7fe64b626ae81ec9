"""Exported files are deleted when they are old; the report makes them again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from globa.journal.operations import Operation
from globa.registry.files import File
from globa.registry.models import User
from globa.reports.exports.asked import Export, ExportState, ask
from globa.reports.jobs import forget_exports
from tests.reports.exports.test_asked import made
from tests.reports.signing.world import Signed, Stepping


def aged(export: Export, days: int, as_owner: Stepping) -> Export:
    assert export.file_id
    with as_owner():
        File.objects.filter(pk=export.file_id).update(added_at=timezone.now() - timedelta(days=days))
    return export


def forget(as_owner: Stepping) -> None:
    """As the worker does it, who acts for nobody."""
    with as_owner():
        forget_exports()


def test_only_files_older_than_the_setting_are_deleted(signed: Signed, director: User, as_owner: Stepping) -> None:
    days = settings.GLOBA_EXPORT_DAYS
    old, young = (
        aged(made(ask(report=signed.report, format="html", by=director), director), age, as_owner) for age in (days + 1, days - 1)
    )
    gone = old.file_id
    forget(as_owner)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.state, old.file_id, young.state) == (ExportState.DELETED, None, ExportState.READY)
    assert gone
    assert not File.objects.filter(pk=gone).exists()
    assert young.file_id is not None


def test_a_deletion_is_an_operation_of_the_system(signed: Signed, director: User, as_owner: Stepping) -> None:
    old = aged(made(ask(report=signed.report, format="html", by=director), director), 400, as_owner)
    forget(as_owner)
    done = Operation.objects.get(verb="reports.forget_export")
    assert (done.subject, done.actor_id, done.organisation_id) == (f"reports.export:{old.pk}", None, signed.report.organisation_id)


def test_the_web_may_not_delete_files_even_so(signed: Signed) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT globa_forget_exports(30)")


def test_a_deleted_file_is_made_again_by_asking_again(signed: Signed, director: User, as_owner: Stepping) -> None:
    old = aged(made(ask(report=signed.report, format="html", by=director), director), 400, as_owner)
    before = old.file.sha256  # type: ignore[union-attr]
    forget(as_owner)
    again = made(ask(report=signed.report, format="html", by=director), director)
    assert again.file is not None
    assert again.file.sha256 == before
