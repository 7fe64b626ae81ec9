"""A finding is answered by its owner, and the answer holds for the next version of the document too."""

from __future__ import annotations

import pytest

from globa.importers.checked_documents import checking
from globa.importers.checked_documents.answers import Answer, answer, take_back
from globa.importers.checked_documents.documents import CheckedDocument, drop
from globa.importers.checked_documents.refusals import NotFoundThere
from globa.importers.checked_documents.results import Result
from globa.importers.jobs import check_document
from globa.journal.operations import Operation
from tests.builders import Place
from tests.importers.checked_documents.conftest import Dropping
from tests.importers.checked_documents.made import DOCUMENT, TOTAL, TWICE

pytestmark = pytest.mark.django_db


def answers(document: CheckedDocument) -> list[tuple[str, str, str, bool]]:
    return sorted(document.answers.values_list("finding", "says", "reason", "is_carried"))


def test_an_answer_is_given_anew_and_taken_back(here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    answer(document=document, finding=TOTAL.id, says="accepted", by=here.worker)
    answer(document=document, finding=TOTAL.id, says="waived", reason=" of another year ", by=here.worker)
    assert answers(document) == [(TOTAL.id, "waived", "of another year", False)]
    take_back(document=document, finding=TOTAL.id, by=here.worker)
    assert answers(document) == []


def test_what_was_not_found_is_not_answered(here: Place, dropped: Dropping) -> None:
    with pytest.raises(NotFoundThere):
        answer(document=dropped(here), finding="another", says="accepted", by=here.worker)


def test_a_reason_is_in_no_operation_for_it_may_quote_the_document(here: Place, dropped: Dropping) -> None:
    answer(document=dropped(here), finding=TOTAL.id, says="waived", reason="Dauguvos", by=here.worker)
    assert Operation.objects.get(verb="importers.answer_finding").reason == ""


def test_the_next_version_keeps_the_answers_to_what_is_still_found(here: Place, dropped: Dropping, monkeypatch: pytest.MonkeyPatch) -> None:
    first = dropped(here)
    for one in (TOTAL, TWICE):
        answer(document=first, finding=one.id, says="waived", reason="as agreed", by=here.worker)
    monkeypatch.setattr(checking, "_checked", lambda *_given: Result(DOCUMENT, (TWICE,)))
    second = drop(name="report, mended.docx", content=b"PK 2", by=here.worker, earlier=first)
    check_document(document=str(second.pk), user=str(here.worker.pk))
    assert answers(second) == [(TWICE.id, "waived", "as agreed", True)]
    given = Answer.objects.get(document=first, finding=TWICE.id).answered_at
    assert Answer.objects.get(document=second).answered_at == given


def test_a_file_of_the_same_name_is_the_next_version(here: Place, dropped: Dropping) -> None:
    first = dropped(here)
    assert (dropped(here).earlier, dropped(here, "other.docx").earlier) == (first, None)


def test_a_document_of_somebody_else_is_no_earlier_version(
    here: Place, elsewhere: Place, in_the_name_of: object, dropped: Dropping
) -> None:
    with in_the_name_of(elsewhere):  # type: ignore[operator]
        dropped(elsewhere)
    assert dropped(here).earlier is None


def test_the_answers_of_the_next_version_stay_when_the_earlier_one_is_forgotten(here: Place, dropped: Dropping) -> None:
    first = dropped(here)
    answer(document=first, finding=TOTAL.id, says="accepted", by=here.worker)
    second = dropped(here)
    first.delete()
    second.refresh_from_db()
    assert (second.earlier, answers(second)) == (None, [(TOTAL.id, "accepted", "", True)])
