"""A document is dropped, its findings are read beside it and answered, its protocol downloaded; by its owner alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from globa.importers.checked_documents.documents import LARGEST, CheckedDocument, CheckState
from globa.registry.accounts.appointments import Role
from tests.builders import Place
from tests.importers.checked_documents.conftest import Dropping
from tests.importers.checked_documents.made import TOTAL, TWICE

pytestmark = pytest.mark.django_db
CHECKS = "/checks/"


def page_of(document: CheckedDocument) -> str:
    return f"{CHECKS}{document.pk}/"


def answer(client: Client, document: CheckedDocument, finding: str, **said: str) -> int:
    return client.post(f"{page_of(document)}answer/?{urlencode({'finding': finding})}", said).status_code


def test_a_dropped_file_waits_for_its_check_on_a_page_that_asks_again(client: Client, here: Place) -> None:
    sent = client.post(CHECKS, {"file": SimpleUploadedFile("Metų ataskaita.docx", b"PK")})
    document = CheckedDocument.objects.get()
    assert (sent.headers["Location"], document.name, document.file()) == (page_of(document), "Metų ataskaita.docx", b"PK")
    page = client.get(page_of(document)).content.decode()
    assert 'http-equiv="refresh"' in page
    assert "The document is being checked" in page


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "Choose the file."),
        (SimpleUploadedFile("a.docx", b""), "The file is empty."),
        (SimpleUploadedFile("a.docx", bytes(LARGEST + 1)), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_checked_is_said_at_once(client: Client, here: Place, file: SimpleUploadedFile | None, said: str) -> None:
    answered = client.post(CHECKS, {"file": file} if file else {})
    assert (answered.status_code, said in answered.content.decode()) == (422, True)
    assert not CheckedDocument.objects.exists()


def test_findings_stand_beside_the_document_and_lead_to_their_places(client: Client, here: Place, dropped: Dropping) -> None:
    page = client.get(page_of(dropped(here))).content.decode()
    assert "“1 600,00” is written as the total, its lines give 1 500,00." in page
    assert f'href="{page_of(CheckedDocument.objects.get())}#p-2">table 1, row 4, column 2</a>' in page
    assert 'id="p-2" class="n g-at g-at--contradiction">1 600,00' in page
    assert '<span class="g-said">Per metus panaudota 1 500 Eur. </span>Visos priemonės' in page
    assert page.count('href="#f-1"') == 1
    assert page.count('href="#f-2"') == 2
    assert "This is exactly: Pagalba namuose (500)" in page


def test_what_was_read_is_escaped(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here, "<script>alert(1)</script>.docx")
    assert "<script>alert" not in client.get(page_of(document)).content.decode()


def test_an_error_is_accepted_by_one_press_and_taken_back(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    assert answer(client, document, TOTAL.id, says="accepted") == 302
    assert "An error, to be mended." in client.get(page_of(document)).content.decode()
    assert answer(client, document, TOTAL.id, says="back") == 302
    assert not document.answers.exists()


def test_what_is_right_as_it_is_needs_its_reason_and_keeps_what_was_typed(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    assert answer(client, document, TWICE.id, says="waived", reason="  ") == 422
    assert answer(client, document, TWICE.id, says="waived", reason="Of the year before") == 302
    page = client.get(page_of(document)).content.decode()
    assert "Right as it is:" in page
    assert "Of the year before" in page
    assert "1 finding has no answer" in page


def test_the_protocol_is_downloaded_as_word_and_as_pdf(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here, "Ataskaita už 2023 m..docx")
    got = {format: client.get(f"{page_of(document)}protocol/{format}/") for format in ("docx", "pdf", "xlsx")}
    assert (got["docx"].content[:2], got["pdf"].content[:4], got["xlsx"].status_code) == (b"PK", b"%PDF", 404)
    assert got["pdf"].headers["Content-Disposition"] == 'attachment; filename="protocol-Ataskaita_u_2023_m..pdf"'


def test_the_owner_keeps_and_forgets(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    client.post(f"{page_of(document)}keep/", {"keep": "yes"})
    assert "Kept until you say otherwise. Only you see it." in client.get(page_of(document)).content.decode()
    client.post(f"{page_of(document)}keep/", {"keep": "no"})
    assert not CheckedDocument.objects.get().is_kept
    assert client.post(f"{page_of(document)}forget/").headers["Location"] == CHECKS
    assert client.get(page_of(document)).status_code == 404


def test_a_refused_document_says_why(client: Client, here: Place, dropped: Dropping) -> None:
    document = dropped(here)
    CheckedDocument.objects.update(state=CheckState.REFUSED, said="The file is locked with a password.")
    page = client.get(page_of(document)).content.decode()
    assert "The file is locked with a password." in page
    assert "refresh" not in page


def test_the_next_version_is_sent_from_the_page_of_the_one_before(client: Client, here: Place, dropped: Dropping) -> None:
    first = dropped(here)
    client.post(CHECKS, {"file": SimpleUploadedFile("mended.docx", b"PK"), "earlier": str(first.pk)})
    assert CheckedDocument.objects.get(name="mended.docx").earlier == first


def test_nobody_else_finds_any_page_of_it(
    client: Client, here: Place, elsewhere: Place, in_the_name_of: Callable[..., object], dropped: Dropping
) -> None:
    with in_the_name_of(elsewhere):  # type: ignore[attr-defined]
        foreign = dropped(elsewhere)
    page = page_of(foreign)
    question = urlencode({"finding": TOTAL.id})
    reads = [client.get(f"{page}{rest}").status_code for rest in ("", f"answer/?{question}", "protocol/pdf/")]
    writes = [client.post(f"{page}{rest}").status_code for rest in (f"answer/?{question}", "keep/", "forget/")]
    assert {*reads, *writes} == {404}
    assert "report.docx" not in client.get(CHECKS).content.decode()
    client.post(CHECKS, {"file": SimpleUploadedFile("own.docx", b"PK"), "earlier": str(foreign.pk)})
    assert CheckedDocument.objects.get(name="own.docx").earlier is None


@pytest.mark.parametrize(("role", "status"), [(Role.MUNICIPAL_CLERK, 200), (Role.ACCOUNTANT, 200), (Role.GUARDIAN, 404)])
def test_whoever_works_with_reports_may_check_one(
    client: Client, here: Place, as_role: Callable[[Role], None], role: Role, status: int
) -> None:
    as_role(role)
    assert client.get(CHECKS).status_code == status


def test_neither_page_asks_more_when_there_is_more(client: Client, here: Place, dropped: Dropping) -> None:
    first = dropped(here)
    before = [asked(client, page) for page in (CHECKS, page_of(first))]
    for number in range(4):
        dropped(here, f"{number}.docx")
    for one in (TOTAL, TWICE):
        answer(client, first, one.id, says="accepted")
    client.get(page_of(first))
    assert [asked(client, page) for page in (CHECKS, page_of(first))] == before


def asked(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as queries:
        client.get(page)
    return len(queries)


def test_a_page_loads_neither_readers_nor_rules() -> None:
    """They come in with megabytes and belong to the worker."""
    program = (
        "import django; django.setup(); import globa.web.urls, globa.web.checking.page, sys;"
        "print([one for one in ('pdfplumber', 'docx', 'python_calamine', 'lxml', 'simplemma', 'globa.checker.checking',"
        " 'globa.documents.reading', 'globa.documents.apart') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
