"""The version for everybody leaves when somebody has decided about every sentence that may tell of a person."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from globa.planning.plans.results import record_obstacle, record_result
from globa.publication.answers import PublicSentence, said_by
from tests import plans
from tests.builders import Place
from tests.reports.implementation.test_signing import signed
from tests.reports.implementation.world import approved_line, begun

pytestmark = pytest.mark.django_db
SENTENCE = "Padėjo V. Pavyzdys."


@pytest.fixture
def page(municipality: Place) -> str:
    """Of a signed report in which somebody wrote a name."""
    line = approved_line(municipality)
    record_obstacle(line=line, text=SENTENCE, by=municipality.worker)
    signed(begun(municipality, line).report, municipality)
    return reverse("plans-report-public", args=[plans.plan_of(line).pk])


def send(clerk: Client, page: str, **given: str) -> int:
    """The sentence stands in the report after the word for an obstacle."""
    found = re.findall(r'name="said" value="([0-9a-f]{64})"', clerk.get(page).content.decode())
    (said,) = found
    return clerk.post(page, {"said": said} | {f"s{said[:12]}-{name}": value for name, value in given.items()}).status_code


def test_a_name_blocks_the_files_until_it_is_struck(clerk: Client, page: str) -> None:
    assert clerk.get(f"{page}?file=html").status_code == 404
    assert send(clerk, page, does="strike") == 302
    assert PublicSentence.objects.get().said != said_by("")
    answer = clerk.get(f"{page}?file=html")
    assert answer.status_code == 200
    assert "Pavyzdys." not in answer.content.decode().partition("<h2>Parašai")[0]


def test_what_stands_as_result_and_as_reason_is_asked_once_and_struck_in_both_places(clerk: Client, municipality: Place) -> None:
    line = approved_line(municipality)
    record_obstacle(line=line, text=f"Buvo sunku. {SENTENCE}", by=municipality.worker)
    record_result(line=line, text="Baigta. Padėjo V. Pavyzdys!", by=municipality.worker)
    signed(begun(municipality, line).report, municipality)
    page = reverse("plans-report-public", args=[plans.plan_of(line).pk])
    assert send(clerk, page, does="strike") == 302
    assert PublicSentence.objects.count() == 2
    assert "V. Pavyzdys" not in clerk.get(f"{page}?file=html").content.decode().partition("<h2>Parašai")[0]


@pytest.mark.parametrize(("one", "other"), [("12,50", "1250"), ("5", "−5"), ("1 5", "15")])
def test_sentences_with_other_numbers_are_two_questions(clerk: Client, municipality: Place, one: str, other: str) -> None:
    line = approved_line(municipality)
    record_obstacle(line=line, text=f"V. Pavyzdys gavo {one} Eur.", by=municipality.worker)
    record_result(line=line, text=f"V. Pavyzdys gavo {other} Eur!", by=municipality.worker)
    signed(begun(municipality, line).report, municipality)
    answer = clerk.get(reverse("plans-report-public", args=[plans.plan_of(line).pk]))
    assert len(re.findall(r'name="said"', answer.content.decode())) == 2


def test_what_is_written_otherwise_tells_of_nobody(clerk: Client, page: str) -> None:
    assert send(clerk, page, does="change", text="Padėjo Ona Pavyzdienė ir V. Pavyzdys.") == 422
    assert send(clerk, page, does="change", text="Padėjo savanoris.") == 302
    assert "Padėjo savanoris." in clerk.get(f"{page}?file=html").content.decode()


def test_what_stays_says_why(clerk: Client, page: str) -> None:
    assert send(clerk, page, does="keep") == 422
    assert send(clerk, page, does="keep", reason="Mero pavaduotojas") == 302
    assert clerk.get(f"{page}?file=html").status_code == 200


@pytest.mark.parametrize(("format", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_it_leaves_as_every_kind_of_file(clerk: Client, page: str, format: str, begins: bytes) -> None:
    send(clerk, page, does="strike")
    assert clerk.get(f"{page}?file={format}").content.startswith(begins)
