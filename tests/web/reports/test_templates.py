"""An institution's own Word template on its pages: tried, looked at, taken, put away, by its head only."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from docx import Document
from pytest_django import DjangoAssertNumQueries

from globa.registry.accounts.appointments import Role
from globa.reports.exports.export import SHIPPED_TEMPLATE
from globa.reports.exports.word_templates import WordTemplate, in_use, take
from globa.reports.keeping.reports import Report
from tests.builders import Place
from tests.reports.exports.packing import saying, with_parts

PAGES = "/reports/templates/"


def added(client: Client, content: bytes, form: str = "activity") -> HttpResponse:
    return client.post(f"{PAGES}add/{form}/", {"file": SimpleUploadedFile("Mūsų raštas.docx", content)})  # type: ignore[return-value]


def test_without_an_own_template_every_report_has_the_shipped_one(director: Client) -> None:
    page = director.get(PAGES).content.decode()
    assert page.count('<td data-h="filled by">the shipped template') == 4
    assert director.get(f"{PAGES}shipped/").content == SHIPPED_TEMPLATE.read_bytes()


def test_a_template_is_tried_looked_at_and_taken(director: Client, here: Place) -> None:
    own = saying("Mūsų {{ title }}")
    answer = added(director, own)
    template = WordTemplate.objects.get()
    assert (answer.headers["Location"], in_use(here.organisation.pk, "activity")) == (f"{PAGES}{template.pk}/", None)
    assert "tried, not in use" in director.get(PAGES).content.decode()
    sample = director.get(f"{PAGES}{template.pk}/sample/").content
    assert [one.text for one in Document(io.BytesIO(sample)).paragraphs] == ["Mūsų 2023 metų ataskaita"]
    director.post(f"{PAGES}{template.pk}/use/")
    page = director.get(PAGES).content.decode()
    assert ("Mūsų raštas.docx" in page, str(here.worker) in page, in_use(here.organisation.pk, "activity")) == (
        True, True, own
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (saying("{{ ''.__class__ }}"), "__class__"),
        (saying("{{ direktorius }}"), "direktorius"),
        (with_parts({"word/vbaProject.bin": b"program"}), "programs"),
        (b"%PDF-1.7", "not a Word template"),
        (b"", "empty"),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(director: Client, content: bytes, said: str) -> None:
    answer = added(director, content)
    assert (answer.status_code, said in answer.content.decode(), WordTemplate.objects.count()) == (422, True, 0)


def test_no_file_at_all_is_asked_for(director: Client) -> None:
    answer = director.post(f"{PAGES}add/activity/")
    assert (answer.status_code, "Choose the file" in answer.content.decode()) == (422, True)


def test_a_template_put_away_with_its_reason_stays_in_the_list(director: Client, here: Place) -> None:
    template = take(organisation=here.organisation, name="own.docx", content=saying("1"), by=here.worker)
    assert director.post(f"{PAGES}{template.pk}/put-away/", {"reason": " "}).status_code == 422
    director.post(f"{PAGES}{template.pk}/put-away/", {"reason": "Old letterhead"})
    page = director.get(PAGES).content.decode()
    assert (
        "Old letterhead" in page,
        page.count('<td data-h="filled by">the shipped template'),
        in_use(here.organisation.pk, "activity"),
    ) == (True, 4, None)
    assert director.get(f"{PAGES}{template.pk}/put-away/").status_code == 404


def test_the_template_of_all_reports_stands_at_each_without_its_own(director: Client, here: Place) -> None:
    take(organisation=here.organisation, name="all.docx", content=saying("1"), by=here.worker)
    take(organisation=here.organisation, name="own.docx", content=saying("2"), by=here.worker, form="occupancy")
    page = director.get(PAGES).content.decode()
    assert (page.count("the template of all reports"), page.count("all.docx</a>"), page.count("own.docx</a>")) == (2, 1, 1)


def test_only_the_head_finds_the_pages(director: Client, here: Place, report: Report, as_role: Callable[[Role], None]) -> None:
    template = take(organisation=here.organisation, name="own.docx", content=saying("1"), by=here.worker)
    pages = ["", "shipped/", "add/activity/", f"{template.pk}/", f"{template.pk}/sample/", f"{template.pk}/file/"]
    seen = {director.get(PAGES + page).status_code for page in pages}
    links = [PAGES in director.get(page).content.decode() for page in ("/reports/", f"/reports/{report.pk}/")]
    as_role(Role.FOSTER_COORDINATOR)
    assert (seen, links, {director.get(PAGES + page).status_code for page in pages}) == ({200}, [True, True], {404})
    assert director.post(f"{PAGES}{template.pk}/use/").status_code == 404
    assert [PAGES in director.get(page).content.decode() for page in ("/reports/", f"/reports/{report.pk}/")] == [False, False]


def test_the_template_of_another_institution_is_not_found(
    director: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        theirs = take(organisation=elsewhere.organisation, name="theirs.docx", content=saying("1"), by=elsewhere.worker)
    assert {director.get(f"{PAGES}{theirs.pk}/{page}").status_code for page in ("", "sample/", "file/", "put-away/")} == {404}
    assert "theirs.docx" not in director.get(PAGES).content.decode()


def test_the_list_takes_the_same_few_queries_however_many_there_were(
    director: Client, here: Place, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        take(organisation=here.organisation, name=f"{number}.docx", content=saying(str(number)), by=here.worker)
    with django_assert_max_num_queries(12):
        director.get(PAGES)
