"""A number by hand is proved by a document that is kept with the plan and opened to who writes it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from globa.planning.plans import results
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.results import AchievedResult
from globa.registry.accounts.appointments import Appointment
from globa.registry.files import File
from tests import plans
from tests.builders import Place
from tests.fixtures import Stepping


@pytest.fixture
def line(municipality: Place) -> PlanLine:
    made = plans.line(municipality)
    results.expect(line=made, text="About 40 children", comparator="about", quantity=40, unit="children", by=municipality.worker)
    return made


def address(line: PlanLine) -> str:
    return f"/plans/{plans.plan_of(line).pk}/lines/{line.pk}/"


def written(clerk: Client, line: PlanLine, content: bytes = b"%PDF-1.7 scan", name: str = "scan.pdf"):  # type: ignore[no-untyped-def]
    fields = {"text": "39 children", "quantity": "39", "unit": "children", "reason": "Kept on paper in January"}
    fields["expected"] = str(line.expected_results.get().pk)
    file = SimpleUploadedFile(name, content)
    return clerk.post(address(line), {"do": "result", "result-file": file, **{f"result-{key}": value for key, value in fields.items()}})


def proof(line: PlanLine) -> str:
    return f"/plans/{plans.plan_of(line).pk}/results/{AchievedResult.objects.get().pk}/document"


def test_a_document_alone_proves_a_number_and_opens_to_who_writes_plans(clerk: Client, line: PlanLine) -> None:
    assert written(clerk, line).status_code == 302
    plan = plans.plan_of(line).pk
    assert f'<a href="{proof(line)}">scan.pdf</a>' in clerk.get(f"/plans/{plan}/measures/{line.measure_id}/").content.decode()
    answer = clerk.get(proof(line))
    assert answer.status_code == 200, answer.content
    assert (answer.getvalue(), answer["Content-Disposition"]) == (b"%PDF-1.7 scan", 'attachment; filename="scan.pdf"')


@pytest.mark.parametrize(
    ("name", "content", "said"), [("a.exe", b"MZ", "This kind of file"), ("a.pdf", b"MZ", "is not what its name says")]
)
def test_what_is_no_document_is_refused_and_what_was_typed_stays(
    name: str, content: bytes, said: str, clerk: Client, line: PlanLine
) -> None:
    answer = written(clerk, line, content, name)
    page = answer.content.decode()
    assert (answer.status_code, said in page, "Kept on paper in January" in page) == (422, True, True)
    assert not File.objects.exists()


def test_a_result_that_is_refused_leaves_no_file(clerk: Client, line: PlanLine) -> None:
    file = SimpleUploadedFile("scan.pdf", b"%PDF")
    answer = clerk.post(address(line), {"do": "result", "result-text": "39", "result-quantity": "39", "result-file": file})
    assert (answer.status_code, File.objects.exists(), AchievedResult.objects.exists()) == (422, False, False)


def test_who_only_reads_plans_does_not_open_the_document(clerk: Client, line: PlanLine, municipality: Place, as_owner: Stepping) -> None:
    written(clerk, line)
    with as_owner():
        Appointment.objects.filter(user=municipality.worker).update(role="auditor")
    page = clerk.get(f"/plans/{plans.plan_of(line).pk}/measures/{line.measure_id}/").content.decode()
    assert (clerk.get(proof(line)).status_code, "scan.pdf" in page, proof(line) in page) == (404, True, False)
