"""
S4 and S5: a signed report is read from what was frozen, and the page of a draft asks each fact table once.

The reports are begun, signed and thrown away in one transaction: the generated centre stays as it was generated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import speed
from benchmarks.centre import EMAIL
from benchmarks.centre.world import CODE
from benchmarks.goals import Goal, at_most
from globa.journal.operations import acting
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.staff import PostHolding
from globa.reports.assembling import live
from globa.reports.document import Document
from globa.reports.forms import read as read_form
from globa.reports.keeping.reports import Report, start
from globa.reports.signing.canonical import read
from globa.reports.signing.frozen import SignedContent, SignedFigure
from globa.reports.signing.signing import sign
from globa.vocabulary.calendar import today

FORM = "activity"
TIMES, STATEMENTS, FIGURES = 3, 40, 150
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BOUNDS = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b")
FACT_TABLE = re.compile(r'"facts"\."(\w+)"')
FIGURE = ("figure", "value", "definition", "means")


def signed_against_rows() -> Goal:
    """
    The document made again from its content, and its figures, against the bare rows of both.

    The rows behind a figure stay where they are on both sides: a reader opens those of one figure at a time.
    """
    with _begun() as (report, reader):
        document = live(FORM, report.organisation, report.period)
        sign(report=report, document=document, findings=(), rule=read_form(FORM, report.year).signing, by=reader)
        assert _read(report)[0] == document, "what was signed reads otherwise"
        pairs = speed.pairs(lambda: _read(report), lambda: _rows(report))
    ratios = sorted(speed.ratios(pairs))
    return at_most(
        "S4", "reading a signed report: times the bare rows of its content and figures", median(ratios), TIMES,
        figures=len(document.values), lowest=round(ratios[0], 2), highest=round(ratios[-1], 2),
        milliseconds=speed.milliseconds(pairs, "report", "rows"),
    )  # fmt: skip


def statements_of_the_page() -> Goal:
    """The second of two visits, as the processes that serve know their kinds of records already."""
    with _begun() as (report, reader):
        client = Client(headers={"host": "localhost"})
        client.force_login(reader, backend=BACKEND)
        _asked_by(client, report)
        asked = _asked_by(client, report)
        figures = len(live(FORM, report.organisation, report.period).values)
    tables = Counter(table for sql in asked for table in set(FACT_TABLE.findall(sql)))
    table, most = tables.most_common(1)[0]
    return Goal(
        "S5", f"the document page with {figures} figures: statements, of them at most {most} over one fact table",
        len(asked), f"<= {STATEMENTS}", len(asked) <= STATEMENTS and most == 1 and figures >= FIGURES,
        {"figures": figures, "fact tables": len(tables), "most over one fact table": f"{most} ({table})"},
    )  # fmt: skip


@contextmanager
def _begun() -> Iterator[tuple[Report, User]]:
    """A report of the generated centre, and its director; nothing of it stays."""
    reader = User.objects.get(email=EMAIL)
    with acting(reader):
        organisation = Organisation.objects.coded(CODE)
        directors = PostHolding.objects.filter(organisation=organisation, post__title="director", during__contains=today())
        reader.person_id = directors.values_list("worker_id", flat=True)[0]
        yield start(organisation=organisation, form=read_form(FORM, speed.PERIOD.begins.year), period=speed.PERIOD, by=reader), reader
        transaction.set_rollback(True)


def _read(report: Report) -> tuple[Document, list[tuple[object, ...]]]:
    content = SignedContent.objects.get(report=report)
    return read(content.document), list(SignedFigure.objects.filter(report=report).values_list(*FIGURE))


def _rows(report: Report) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM reports_signedcontent WHERE report_id = %s", [report.pk])
        content = cursor.fetchall()
        cursor.execute("SELECT figure, value, definition, means FROM reports_signedfigure WHERE report_id = %s", [report.pk])
        return [content, cursor.fetchall()]


def _asked_by(client: Client, report: Report) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(f"/reports/{report.pk}/")
    assert answer.status_code == 200, f"the page answered {answer.status_code}"
    return [one["sql"] for one in captured.captured_queries if not BOUNDS.match(one["sql"])]
