"""The check with its readers and rules stood in for; they have tests of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest

from globa.importers.checked_documents import checking
from globa.importers.checked_documents.documents import CheckedDocument, drop
from globa.importers.checked_documents.results import Result
from globa.importers.jobs import check_document
from tests.builders import Place
from tests.importers.checked_documents.made import DOCUMENT, TOTAL, TWICE


class Dropping(Protocol):
    def __call__(self, at: Place, name: str = "report.docx", **more: CheckedDocument) -> CheckedDocument: ...


def found(name: str, content: bytes, told: Callable[[int, int], None]) -> Result:
    told(1, 2)
    return Result(DOCUMENT, (TOTAL, TWICE))


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> Dropping:
    monkeypatch.setattr(checking, "_checked", found)

    def make(at: Place, name: str = "report.docx", **more: CheckedDocument) -> CheckedDocument:
        document = drop(name=name, content=b"PK of a report", by=at.worker, **more)
        check_document(document=str(document.pk), user=str(at.worker.pk))
        document.refresh_from_db()
        return document

    return make
