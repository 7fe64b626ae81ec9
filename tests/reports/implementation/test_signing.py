"""The working group signs: whoever sat and has an account, and only when more than half of the group was there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from globa.journal.operations import operation
from globa.registry.files import keep
from globa.reports.afterwards.differences import differences
from globa.reports.document import Document
from globa.reports.exports.export import export
from globa.reports.exports.reported import reported
from globa.reports.forms import of_period
from globa.reports.implementation.group import GroupPart, Named, WorkingGroup, appoint, sit
from globa.reports.keeping.reports import Report, State
from globa.reports.signing.canonical import canonical, read
from globa.reports.signing.frozen import SignedContent, SignedFigure, SignedRecord
from globa.reports.signing.on_paper import NothingToSignOnPaper
from globa.reports.signing.signing import NoQuorum, NotOfTheGroup, correct, sign, sign_on_paper, waiting_for_paper
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity
from tests import plans
from tests.builders import Place
from tests.reports.implementation.world import SAT_ON, begun

pytestmark = pytest.mark.django_db


def document(report: Report) -> Document:
    return reported(report).document


def on_paper(report: Report, at: Place, number: str = "5", day: date = SAT_ON) -> None:
    """Whoever has no account signs the printed report."""
    content = b"%PDF-1.7"
    scan = keep(
        organisation=report.organisation,
        name="5.pdf",
        media_type="application/pdf",
        content=content,
        sensitivity=Sensitivity.S1,
        by=at.worker,
    )
    rule = of_period(report.form, report.period).signing
    sign_on_paper(report=report, members=waiting_for_paper(report), number=number, day=day, file=scan, rule=rule, by=at.worker)


def signed(report: Report, at: Place) -> Report:
    rule = of_period(report.form, report.period).signing
    sign(report=report, document=document(report), findings=[], rule=rule, by=at.worker)
    on_paper(report, at)
    return report


def test_the_signatures_of_all_who_sat_make_it_signed_with_its_rows(municipality: Place) -> None:
    report = signed(begun(municipality).report, municipality)
    assert report.state == State.SIGNED
    figure = SignedFigure.objects.get(report=report, figure="plan-money.used[line=1.1.1-1]")
    assert (figure.value, len(figure.evidence)) == (Decimal("90.00"), 1)
    assert SignedRecord.objects.get(record=figure.evidence[0]["record"]).version
    assert report.signatures.get().post == GroupPart.CHAIR


def test_what_was_signed_reads_back_to_the_same_bytes(municipality: Place) -> None:
    report = signed(begun(municipality).report, municipality)
    kept = SignedContent.objects.get(report=report).document
    assert canonical(read(kept)).decode() == kept


def test_whoever_was_not_at_the_sitting_does_not_sign(municipality: Place) -> None:
    found = begun(municipality)
    absent = {member.pk: "ill" for member in found.group.members.in_force() if member.user_id}
    sit(group=found.group, day=SAT_ON, place="Visaginas", absent=absent, by=municipality.worker)
    with pytest.raises(NotOfTheGroup):
        signed(found.report, municipality)


def test_half_of_a_group_decides_nothing(municipality: Place) -> None:
    found = begun(municipality)
    absent = {member.pk: "ill" for member in found.group.members.in_force() if not member.user_id}
    sit(group=found.group, day=SAT_ON, place="Visaginas", absent=absent, by=municipality.worker)
    with pytest.raises(NoQuorum, match="1 of 2"):
        signed(found.report, municipality)


def test_the_group_of_a_signed_report_stays(municipality: Place) -> None:
    found = begun(municipality)
    signed(found.report, municipality)
    with pytest.raises(Refusal, match="no longer being written"):
        appoint(group=found.group, order_number="IV-2", ordered_on=None, members=[Named("Rasa")], by=municipality.worker)


def test_an_entry_that_is_booked_later_differs_and_is_named(municipality: Place) -> None:
    found = begun(municipality)
    report = signed(found.report, municipality)
    assert differences(report) == []
    later = plans.used(municipality, found.line, "10.00")
    moved = {str(one.signed.key): one for one in differences(report)}
    line = moved["plan-money.used[line=1.1.1-1]"]
    assert (line.signed.value, line.today) == (Decimal("90.00"), Decimal("100.00"))
    assert [(one.record, one.kind) for one in line.records] == [(f"planning.entry:{later.pk}", "added")]


def test_a_correction_has_the_group_of_the_version_that_it_corrects(municipality: Place) -> None:
    report = signed(begun(municipality).report, municipality)
    correction = correct(report=report, form=of_period(report.form, report.period), by=municipality.worker)
    group = WorkingGroup.objects.get(report=correction)
    assert [one.name for one in group.members.in_force()] == ["Ona Pavyzdė", "Jonas Pavyzdys"]


def test_a_signed_report_leaves_as_a_page_with_the_part_of_whoever_signed(municipality: Place) -> None:
    report = signed(begun(municipality).report, municipality)
    found = reported(report)
    here, on_paper = found.seal.signatures
    assert (here.name, on_paper.on) == (municipality.worker.name, SAT_ON)
    assert on_paper.name.startswith("Jonas Pavyzdys (")
    assert "Carers were few" in export(found.document, found.seal, "html").decode()


def test_an_account_signs_for_one_member(municipality: Place) -> None:
    found = begun(municipality)
    twice = [Named("Ona", user=municipality.worker), Named("Rasa", user=municipality.worker)]
    with pytest.raises(Refusal, match="signs for another member"):
        appoint(group=found.group, order_number="IV-1", ordered_on=None, members=twice, by=municipality.worker)


def test_a_report_waits_for_those_who_sign_on_paper(municipality: Place) -> None:
    report = begun(municipality).report
    sign(report=report, document=document(report), findings=[], rule=of_period(report.form, report.period).signing, by=municipality.worker)
    assert (report.state, [one.name for one in waiting_for_paper(report)]) == (State.IN_SIGNING, ["Jonas Pavyzdys"])
    on_paper(report, municipality)
    assert (report.state, waiting_for_paper(report)) == (State.SIGNED, [])
    assert [(one.name, one.number, one.signed_on) for one in report.papers.all()] == [("Jonas Pavyzdys", "5", SAT_ON)]


def test_nothing_is_signed_on_paper_before_it_is_frozen(municipality: Place) -> None:
    with pytest.raises(NothingToSignOnPaper):
        on_paper(begun(municipality).report, municipality)


@pytest.mark.parametrize(
    ("wrong", "said"), [({"day": date(2024, 3, 27)}, "earlier day than the sitting"), ({"number": " "}, "number of the paper")]
)
def test_a_paper_has_a_number_and_a_day_after_the_sitting(municipality: Place, wrong: dict[str, Any], said: str) -> None:
    report = begun(municipality).report
    sign(report=report, document=document(report), findings=[], rule=of_period(report.form, report.period).signing, by=municipality.worker)
    with pytest.raises(Refusal, match=said):
        on_paper(report, municipality, **wrong)


def test_whoever_has_an_account_does_not_sign_on_paper(municipality: Place) -> None:
    found = begun(municipality)
    signed(found.report, municipality)
    chair = found.group.members.in_force().get(user=municipality.worker)
    paper = found.report.papers.get()
    paper.pk, paper._state.adding, paper.member = None, True, chair
    with (
        pytest.raises(Refusal, match="Whoever has one signs here"),
        operation("reports.sign_on_paper", by=municipality.worker, about=found.report),
    ):
        paper.save(force_insert=True)
