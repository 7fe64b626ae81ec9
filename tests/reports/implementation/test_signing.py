"""The working group signs: whoever sat and has an account, and only when more than half of the group was there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.reports.afterwards.differences import differences
from globa.reports.document import Document
from globa.reports.exports.export import export
from globa.reports.exports.reported import reported
from globa.reports.forms import of_period
from globa.reports.implementation.group import GroupPart, Named, WorkingGroup, appoint, sit
from globa.reports.keeping.reports import Report, State
from globa.reports.signing.canonical import canonical, read
from globa.reports.signing.frozen import SignedContent, SignedFigure, SignedRecord
from globa.reports.signing.signing import NoQuorum, NotOfTheGroup, correct, sign
from globa.vocabulary.refusal import Refusal
from tests import plans
from tests.builders import Place
from tests.reports.implementation.world import SAT_ON, begun

pytestmark = pytest.mark.django_db


def document(report: Report) -> Document:
    return reported(report).document


def signed(report: Report, at: Place) -> Report:
    rule = of_period(report.form, report.period).signing
    sign(report=report, document=document(report), findings=[], rule=rule, by=at.worker)
    return report


def test_the_signature_of_all_who_have_an_account_makes_it_signed_with_its_rows(municipality: Place) -> None:
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
    assert [one.name for one in found.seal.signatures] == [municipality.worker.name]
    assert "Carers were few" in export(found.document, found.seal, "html").decode()


def test_an_account_signs_for_one_member(municipality: Place) -> None:
    found = begun(municipality)
    twice = [Named("Ona", user=municipality.worker), Named("Rasa", user=municipality.worker)]
    with pytest.raises(Refusal, match="signs for another member"):
        appoint(group=found.group, order_number="IV-1", ordered_on=None, members=twice, by=municipality.worker)
