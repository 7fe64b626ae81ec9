"""A dropped document is checked in the background, for whoever dropped it, and its file does not stay."""

from __future__ import annotations

import logging

import pytest
from django.db import connection
from django.utils import translation

from globa.importers.checked_documents import checking, documents
from globa.importers.checked_documents.documents import CheckedDocument, CheckState, drop
from globa.importers.checked_documents.refusals import Empty, NotChecked, TooLarge, TooManyAtOnce
from globa.importers.jobs import check_document
from globa.vocabulary.refusal import Refusal
from tests.builders import Place
from tests.fixtures import Stepping
from tests.importers.checked_documents.conftest import Dropping
from tests.importers.checked_documents.made import DOCUMENT, TOTAL, TWICE

pytestmark = pytest.mark.django_db


def run(document: CheckedDocument, by: Place) -> CheckedDocument:
    check_document(document=str(document.pk), user=str(by.worker.pk))
    return CheckedDocument.objects.get(pk=document.pk)


def test_the_job_is_kept_together_with_the_file(here: Place) -> None:
    document = drop(name="report.docx", content=b"PK", by=here.worker)
    with connection.cursor() as cursor:
        cursor.execute("SELECT args ->> 'document', args ->> 'user' FROM procrastinate_jobs WHERE task_name = 'importers.check_document'")
        assert cursor.fetchall() == [(str(document.pk), str(here.worker.pk))]
    assert (document.state, document.file()) == (CheckState.WAITING, b"PK")


def test_what_was_read_and_found_comes_back_whole(here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    result = document.result()
    assert result is not None
    assert (result.document, result.findings) == (DOCUMENT, (TOTAL, TWICE))
    assert (document.state, document.progress, document.contradictions, document.suspicious, document.of_form) == ("done", 100, 1, 1, 0)


def test_the_file_is_gone_when_the_check_has_ended(here: Place, dropped: Dropping) -> None:
    assert dropped(here).file_sealed is None


def test_nothing_of_it_can_be_read_in_the_database(here: Place, dropped: Dropping) -> None:
    waiting = drop(name="a.txt", content=b"Dauguvos g. 7", by=here.worker)
    document = dropped(here)
    assert b"Dauguvos" not in bytes(waiting.file_sealed or b"")
    assert document.result_sealed is not None
    assert b"Dienos centras" not in bytes(document.result_sealed)


def test_what_was_put_into_another_row_does_not_open(here: Place, dropped: Dropping) -> None:
    one, other = dropped(here), dropped(here)
    CheckedDocument.objects.filter(pk=other.pk).update(result_sealed=one.result_sealed)
    assert CheckedDocument.objects.get(pk=other.pk).result() is None


def test_a_document_that_cannot_be_read_says_why_and_its_file_goes(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object) -> None:
        raise Refusal("The file is locked with a password.")

    monkeypatch.setattr(checking, "_checked", refused)
    document = run(drop(name="report.docx", content=b"PK", by=here.worker), here)
    assert (document.state, document.said, document.file_sealed) == ("refused", "The file is locked with a password.", None)


def test_a_mistake_of_the_program_is_no_fault_of_the_file(
    here: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(checking, "_checked", lambda *_given: 1 / 0)
    with caplog.at_level(logging.ERROR):
        document = run(drop(name="report.docx", content=b"PK", by=here.worker), here)
    with translation.override(here.worker.language):
        assert document.said == NotChecked().said(translation.gettext)
    assert "ZeroDivisionError" in caplog.text


def test_a_job_that_runs_twice_checks_once(here: Place, dropped: Dropping, monkeypatch: pytest.MonkeyPatch) -> None:
    document = dropped(here)
    monkeypatch.setattr(checking, "_checked", lambda *_given: 1 / 0)
    assert run(document, here).state == CheckState.DONE


def test_a_document_forgotten_while_it_was_read_stays_forgotten(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    document = drop(name="report.docx", content=b"PK", by=here.worker)

    def read(*_given: object) -> object:
        documents.forget(document=document, by=here.worker)
        return checking.Result(DOCUMENT, ())

    monkeypatch.setattr(checking, "_checked", read)
    check_document(document=str(document.pk), user=str(here.worker.pk))
    assert not CheckedDocument.objects.filter(pk=document.pk).exists()


def test_nobody_else_checks_it(here: Place, elsewhere: Place, dropped: Dropping, as_owner: Stepping) -> None:
    document = drop(name="report.docx", content=b"PK", by=here.worker)
    check_document(document=str(document.pk), user=str(elsewhere.worker.pk))
    with as_owner():
        assert CheckedDocument.objects.get(pk=document.pk).state == CheckState.WAITING


def test_an_empty_file_and_one_that_is_too_large_are_refused(here: Place) -> None:
    with pytest.raises(Empty):
        drop(name="report.docx", content=b"", by=here.worker)
    with pytest.raises(TooLarge, match="larger than 20 MB"):
        drop(name="report.docx", content=bytes(documents.LARGEST + 1), by=here.worker)


def test_nobody_fills_the_queue_alone(here: Place) -> None:
    for number in range(documents.AT_ONCE):
        drop(name=f"{number}.txt", content=b"1", by=here.worker)
    with pytest.raises(TooManyAtOnce):
        drop(name="one-more.txt", content=b"1", by=here.worker)


def test_how_far_the_reading_is_is_written_down(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    document, seen = drop(name="report.pdf", content=b"PDF", by=here.worker), []

    def read(_name: str, _content: bytes, told: checking.Callable[[int, int], None]) -> checking.Result:
        for page in (0, 100, 200):
            told(page, 200)
            seen.append(CheckedDocument.objects.get(pk=document.pk).progress)
        return checking.Result(DOCUMENT, ())

    monkeypatch.setattr(checking, "_checked", read)
    run(document, here)
    assert seen == [3, 41, 80]
