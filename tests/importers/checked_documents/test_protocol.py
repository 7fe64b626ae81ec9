"""The protocol says what was checked, what was found, where, and what its owner answered."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from django.utils import translation
from docx import Document as Word

from globa.importers.checked_documents.answers import Answer, answer
from globa.importers.checked_documents.documents import CheckedDocument
from globa.importers.checked_documents.protocol import plain, protocol, said
from globa.reports.exports.formats import Format
from tests.builders import Place
from tests.importers.checked_documents.conftest import Dropping
from tests.importers.checked_documents.made import TOTAL, TWICE

pytestmark = pytest.mark.django_db


def of(document: CheckedDocument) -> dict[str, Answer]:
    return {one.finding: one for one in document.answers.all()}


@pytest.fixture
def waived(here: Place, dropped: Dropping) -> CheckedDocument:
    document = dropped(here)
    answer(document=document, finding=TWICE.id, says="waived", reason="1 500 is of the year before", by=here.worker)
    return document


def test_it_counts_what_has_no_answer(waived: CheckedDocument) -> None:
    result = waived.result()
    assert result is not None
    rows = plain(waived, result, of(waived))["sections"][0]["blocks"][0]["rows"]
    told = {row["title"]: row["cells"][0]["text"] for row in rows}
    assert [told[name] for name in ("Errors to be mended", "Right as it is, for a reason", "Without an answer")] == ["0", "1", "1"]


@pytest.mark.parametrize("format", [Format.DOCX, Format.PDF])
def test_both_files_hold_findings_places_and_answers(waived: CheckedDocument, format: Format) -> None:
    result = waived.result()
    assert result is not None
    words = text_of(protocol(waived, result, of(waived), format), format).split()
    for sentence in ("What was found in “report.docx”", said(TOTAL), "1 500 is of the year before", "no answer yet", "row 4"):
        assert set(sentence.split()) <= {word.strip(",") for word in words} | set(words)


def test_it_is_no_draft_of_a_report(waived: CheckedDocument) -> None:
    result = waived.result()
    assert result is not None
    assert "Draft" not in text_of(protocol(waived, result, {}, Format.PDF), Format.PDF)


def test_it_speaks_the_language_of_its_reader(waived: CheckedDocument) -> None:
    result = waived.result()
    assert result is not None
    with translation.override("lt"):
        assert plain(waived, result, {})["language"] == "lt"


def text_of(content: bytes, format: Format) -> str:
    if format is Format.PDF:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            return " ".join(page.extract_text() for page in pdf.pages)
    document = Word(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
