"""The files that somebody asked for and left."""

from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from globa.importers.checked_documents.documents import drop
from globa.reports.exports.asked import ask
from globa.reports.keeping.reports import Report
from tests.builders import Place

ADDRESS = "/files/"


def test_whoever_asked_for_nothing_reads_where_to_ask(director: Client) -> None:
    page = director.get(ADDRESS).content.decode()
    assert ("You have asked for no file yet" in page, 'href="/reports/"' in page) == (True, True)


def test_a_file_that_is_made_waits_in_the_list_of_whoever_asked(director: Client, here: Place, report: Report) -> None:
    export = ask(report=report, format="pdf", by=here.worker)
    page = director.get(ADDRESS).content.decode()
    assert (f"/reports/{report.pk}/exports/{export.pk}/" in page, "refresh" in page, "waiting" in page) == (True, True, True)


def test_a_document_that_is_checked_waits_there_too(director: Client, here: Place) -> None:
    document = drop(name="report.txt", content=b"One and one are two.", by=here.worker)
    page = director.get(ADDRESS).content.decode()
    assert (f"/checks/{document.pk}/" in page, "report.txt" in page, "refresh" in page) == (True, True, True)
    assert "You have asked for no file yet" not in page


def test_many_files_take_no_more_questions(
    director: Client, here: Place, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for format in ("pdf", "docx", "xlsx", "html"):
        ask(report=report, format=format, by=here.worker)
    with django_assert_max_num_queries(14):
        director.get(ADDRESS)
