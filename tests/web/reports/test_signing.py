"""Explaining, signing, and the steps after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from globa.registry.accounts.appointments import Role
from globa.registry.staff import PostHolding
from globa.reports.checks import Finding, Severity
from globa.reports.keeping.reports import Report, State, write
from globa.web.reports.findings import Found
from tests import builders
from tests.builders import Place
from tests.web.reports.conftest import PLACE

Signing = Callable[[], HttpResponse]


def contradicted(here: Place, report: Report) -> None:
    builders.stay(here, on=date(2023, 2, 1))
    write(report=report, place=PLACE, text="Metų pabaigoje bendruomeniniuose namuose gyveno 43 vaikai.", by=here.worker)


def test_a_contradiction_without_an_answer_keeps_it_from_being_signed(here: Place, report: Report, sign: Signing) -> None:
    contradicted(here, report)
    answer = sign()
    report.refresh_from_db()
    assert (answer.status_code, report.state, "no answer yet" in answer.content.decode()) == (422, State.DRAFT, True)


def test_an_explained_contradiction_is_printed_in_the_protocol(director: Client, here: Place, report: Report, sign: Signing) -> None:
    contradicted(here, report)
    found = director.get(f"/reports/{report.pk}/").context["groups"][0][1][0]
    director.post(found.explain, {"reason": "Taip buvo planuota."})
    assert sign().status_code == 302
    page = director.get(f"/reports/{report.pk}/").content.decode()
    assert ("Protocol" in page, "Taip buvo planuota." in page) == (True, True)


def test_an_explanation_without_a_reason_is_refused(director: Client, here: Place, report: Report) -> None:
    contradicted(here, report)
    found = director.get(f"/reports/{report.pk}/").context["groups"][0][1][0]
    assert (director.post(found.explain, {"reason": " "}).status_code, report.explanations.count()) == (422, 0)
    assert director.get(f"/reports/{report.pk}/explain/?finding=nothing").status_code == 404


def test_what_is_no_contradiction_is_explained_under_words_and_not_under_two_numbers(report: Report) -> None:
    late = Found(report.pk, Finding("late", Severity.SUSPICIOUS, (), "12 of 100 services", "late", "12", "100"))
    against = Found(report.pk, Finding("total", Severity.CONTRADICTION, (), "adds up to 4", "total", "5", "4"))
    assert (late.heading, against.heading) == ("Records came late", "5 ≠ 4")


def test_a_signed_report_shows_who_signed_and_its_fingerprint(director: Client, report: Report, sign: Signing) -> None:
    sign()
    report.refresh_from_db()
    page = director.get(f"/reports/{report.pk}/").content.decode()
    fingerprint = report.content.fingerprint.upper()
    assert (report.state, f"{fingerprint[:4]} {fingerprint[4:8]}" in page, "g-pencil" in page) == (State.SIGNED, True, False)


def test_what_moved_while_it_was_read_is_not_signed(director: Client, here: Place, report: Report) -> None:
    read = director.get(f"/reports/{report.pk}/sign/").context["to_sign"].fingerprint
    builders.stay(here, on=date(2023, 2, 1))
    answer = director.post(f"/reports/{report.pk}/sign/", {"read": read, "confirm": "on"})
    report.refresh_from_db()
    assert (answer.status_code, report.state, "changed while you were reading" in answer.content.decode()) == (422, State.DRAFT, True)


def test_whoever_does_not_hold_the_post_does_not_sign(director: Client, report: Report, sign: Signing) -> None:
    PostHolding.objects.all().update(during=(date(2020, 1, 1), date(2021, 1, 1)))
    answer = sign()
    report.refresh_from_db()
    assert (answer.status_code, report.state) == (422, State.DRAFT)
    assert "somebody else signs" in director.get(f"/reports/{report.pk}/sign/").content.decode()


def test_submitted_and_approved_with_the_decision_and_the_file(director: Client, report: Report, sign: Signing) -> None:
    sign()
    director.post(f"/reports/{report.pk}/submit/")
    given = {"decision_number": "T-112", "decided_on_year": "2024", "decided_on_month": "2", "decided_on_day": "29"}
    file = SimpleUploadedFile("ataskaita.adoc", b"signed outside")
    answer = director.post(f"/reports/{report.pk}/approve/", given | {"registered_number": "S-45", "file": file})
    report.refresh_from_db()
    assert (answer.status_code, report.state, report.approval.decision_number) == (302, State.APPROVED, "T-112")
    assert director.get(f"/reports/{report.pk}/file/").content == b"signed outside"
    assert "T-112" in director.get(f"/reports/{report.pk}/").content.decode()


def test_a_program_is_not_kept_as_the_signed_file_and_the_number_stays(director: Client, report: Report, sign: Signing) -> None:
    sign()
    director.post(f"/reports/{report.pk}/submit/")
    given = {"decision_number": "T-112", "decided_on_year": "2024", "decided_on_month": "2", "decided_on_day": "29"}
    answer = director.post(f"/reports/{report.pk}/approve/", given | {"file": SimpleUploadedFile("a.exe", b"MZ")})
    assert (answer.status_code, 'value="T-112"' in answer.content.decode()) == (422, True)


def test_a_step_out_of_turn_is_refused_in_words(director: Client, report: Report, sign: Signing) -> None:
    sign()
    given = {"decision_number": "T-112", "decided_on_year": "2024", "decided_on_month": "2", "decided_on_day": "29"}
    answer = director.post(f"/reports/{report.pk}/approve/", given)
    assert (answer.status_code, "First record on its page that it was submitted" in answer.content.decode()) == (422, True)


def test_a_returned_report_is_corrected_by_a_new_version_beside_it(director: Client, report: Report, sign: Signing) -> None:
    sign()
    director.post(f"/reports/{report.pk}/return/", {"reason": "Trūksta projektų."})
    made = director.post(f"/reports/{report.pk}/correct/", {"begin": "yes"})
    report.refresh_from_db()
    assert (report.state, made.headers["Location"]) == (State.RETURNED, f"/reports/{report.correction.pk}/")
    assert "Trūksta projektų." in director.get(f"/reports/{report.pk}/").content.decode()
    assert f"Corrects {report}" in director.get(made.headers["Location"]).content.decode()


def test_only_the_head_takes_the_steps(director: Client, report: Report, sign: Signing, as_role: Callable[[Role], None]) -> None:
    sign()
    as_role(Role.FOSTER_COORDINATOR)
    assert {director.post(f"/reports/{report.pk}/{step}/").status_code for step in ("submit", "approve", "return", "correct")} == {404}


def test_a_step_that_cannot_be_taken_now_is_said_before_anybody_fills_in_a_form(director: Client, report: Report, sign: Signing) -> None:
    def answers() -> dict[str, int]:
        return {step: director.get(f"/reports/{report.pk}/{step}/").status_code for step in ("approve", "return", "correct")}

    assert answers() == {"approve": 404, "return": 404, "correct": 404}
    sign()
    assert answers() == {"approve": 422, "return": 200, "correct": 200}
    director.post(f"/reports/{report.pk}/submit/")
    assert answers() == {"approve": 200, "return": 200, "correct": 200}
    director.post(f"/reports/{report.pk}/return/", {"reason": "Trūksta projektų."})
    assert answers() == {"approve": 422, "return": 422, "correct": 200}
    director.post(f"/reports/{report.pk}/correct/", {"begin": "yes"})
    assert answers() == {"approve": 422, "return": 422, "correct": 422}
    page = director.get(f"/reports/{report.pk}/correct/").content.decode()
    assert (f"Its correction is there already: {report.correction}" in page, f'href="/reports/{report.pk}/"' in page) == (True, True)
