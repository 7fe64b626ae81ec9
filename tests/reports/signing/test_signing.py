"""Signing freezes; steps go one after another; nothing signed is ever changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from globa.journal.refusals import Untrue
from globa.registry.models import User
from globa.reports.keeping.reports import Report, State, Text, explain, start, write
from globa.reports.signing.canonical import fingerprint, read
from globa.reports.signing.frozen import SignedContent, SignedFigure
from globa.reports.signing.signing import NotYoursToSign, Unexplained, approve, correct, return_for_correction, sign, submit
from globa.reports.signing.verifying import verify
from tests.builders import Place
from tests.reports.signing.world import COORDINATORS, Finding, Form, Rule, Signed, begun, document


def test_signing_freezes_the_value_and_the_rows_behind_it(signed: Signed) -> None:
    figure = SignedFigure.objects.get(report=signed.report)
    assert figure.value == 3
    assert sorted(row["record"] for row in figure.evidence) == sorted(f"casework.service:{one.pk}" for one in signed.services)
    assert signed.report.state == State.SIGNED


def test_every_record_is_kept_with_its_version(signed: Signed) -> None:
    from globa.casework.models import Service

    newest = Service.pgh_event_model.objects.filter(pgh_obj_id=signed.services[0].pk).latest("pgh_id").pgh_id  # type: ignore[attr-defined]
    assert signed.report.records.get(record=f"casework.service:{signed.services[0].pk}").version == newest


def test_evidence_holds_no_names(signed: Signed) -> None:
    (figure,) = SignedFigure.objects.filter(report=signed.report)
    columns = "record organisation happened_on service provider provider_role service_setting minutes recipients payer_kind"
    assert set(figure.evidence[0]) <= set(columns.split())


def test_who_holds_no_post_of_the_form_does_not_sign(here: Place) -> None:
    report = begun(here, here.worker)
    with pytest.raises(NotYoursToSign, match="hold none of them"):
        sign(report=report, document=document(here), findings=[], rule=Rule(), by=here.worker)  # type: ignore[arg-type]


def test_a_contradiction_without_a_reason_stops_the_signature(here: Place, director: User) -> None:
    report = begun(here, director)
    with pytest.raises(Unexplained, match="1 contradictions"):
        sign(report=report, document=document(here), findings=[Finding("totals:1")], rule=Rule(), by=director)  # type: ignore[arg-type, list-item]


def test_an_explained_contradiction_is_signed(here: Place, director: User) -> None:
    report = begun(here, director)
    explain(report=report, finding="totals:1", says="43, the rows add to 35", reason="the register of 2022", by=director)
    sign(report=report, document=document(here), findings=[Finding("totals:1")], rule=Rule(), by=director)  # type: ignore[arg-type, list-item]
    assert report.state == State.SIGNED


def test_a_quorum_waits_for_the_second_signature(here: Place, director: User) -> None:
    report = begun(here, director)
    sign(report=report, document=document(here), findings=[], rule=Rule(quorum=2), by=director)  # type: ignore[arg-type]
    assert report.state == State.IN_SIGNING
    with pytest.raises(Untrue, match="signed this report already"):
        sign(report=report, document=document(here), findings=[], rule=Rule(quorum=2), by=director)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"document": "{}"}, {"fingerprint": "0" * 64}])
def test_signed_content_is_never_changed(signed: Signed, change: dict[str, str]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        SignedContent.objects.filter(report=signed.report).update(**change)


@pytest.mark.owner
def test_signed_content_is_never_removed(signed: Signed) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        SignedFigure.objects.filter(report=signed.report).delete()


def test_a_signed_report_takes_no_more_texts(signed: Signed, director: User) -> None:
    with pytest.raises(Untrue, match="no longer being written"):
        write(report=signed.report, place="vision", text="new", by=director)


def test_a_step_is_not_jumped(signed: Signed, director: User) -> None:
    with pytest.raises(Untrue, match="not at this step"):
        approve(report=signed.report, decision_number="T-1", decided_on=date(2024, 4, 25), by=director)


def test_a_submitted_report_is_approved_by_a_decision(signed: Signed, director: User) -> None:
    submit(report=signed.report, by=director)
    approve(report=signed.report, decision_number="T-149", decided_on=date(2024, 4, 25), by=director, registered_number="R-7")
    assert (Report.objects.get().state, Report.objects.get().approval.decision_number) == (State.APPROVED, "T-149")


def test_returning_needs_a_reason(signed: Signed, director: User) -> None:
    with pytest.raises(Untrue, match="what is to be corrected"):
        return_for_correction(report=signed.report, reason="", by=director)


def test_a_correction_is_a_new_version_beside_the_old(signed: Signed, director: User) -> None:
    return_for_correction(report=signed.report, reason="places", by=director)
    newer = correct(report=signed.report, form=Form(), by=director)  # type: ignore[arg-type]
    assert (newer.version, newer.corrects, newer.state) == (2, signed.report, State.DRAFT)
    assert Report.objects.get(version=1).state == State.RETURNED


def test_two_reports_of_one_period_are_not_written_at_once(here: Place, director: User) -> None:
    begun(here, director)
    with pytest.raises(Untrue, match="already"):
        begun(here, director)


def test_a_correction_takes_the_texts_along(here: Place, director: User) -> None:
    report = begun(here, director)
    write(report=report, place="vision", text="Every child has a home.", by=director)
    sign(report=report, document=document(here), findings=[], rule=Rule(), by=director)  # type: ignore[arg-type]
    newer = start(organisation=here.organisation, form=Form(), period=report.period, by=director, corrects=report)  # type: ignore[arg-type]
    assert list(Text.objects.filter(report=newer).values_list("place", "text")) == [("vision", "Every child has a home.")]


def test_number_and_fingerprint_lead_to_the_signed_content(signed: Signed) -> None:
    content = signed.report.content
    assert verify("HE-2023-A1") == verify(f"page 1 {content.fingerprint} of 9") == signed.report
    assert [verify("HE-2023-A2"), verify("f" * 64)] == [None, None]
    assert fingerprint(content.document.encode()) == content.fingerprint


def test_what_was_read_comes_back_from_the_frozen_text(signed: Signed) -> None:
    assert read(signed.report.content.document).value(COORDINATORS).value == 3  # type: ignore[union-attr]
