"""A file is made in the background, as whoever asked, and waits for that one person."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from globa.journal.operations import operation
from globa.registry.models import Appointment, User
from globa.reports.exports.asked import Export, ExportState, ask
from globa.reports.exports.fingerprints import found_in
from globa.reports.exports.refusals import TemplateRefused
from globa.reports.exports.verifying import verify_file, verify_number
from globa.reports.exports.word_templates import NoLongerOffered, NoTemplateOfItsOwn, WordTemplate, in_use, offer, put_away, take, use
from globa.reports.jobs import export_report
from globa.vocabulary.refusal import Refusal
from tests.builders import Place
from tests.reports.exports.packing import part_of, saying
from tests.reports.signing.world import Signed, Stepping


def made(export: Export, by: User) -> Export:
    export_report(export=str(export.pk), user=str(by.pk))
    return Export.objects.select_related("file").get(pk=export.pk)


def test_the_job_is_kept_together_with_what_was_asked(signed: Signed, director: User) -> None:
    export = ask(report=signed.report, format="pdf", by=director)
    with connection.cursor() as cursor:
        cursor.execute("SELECT args ->> 'export', args ->> 'user' FROM procrastinate_jobs WHERE task_name = 'reports.export'")
        assert cursor.fetchall() == [(str(export.pk), str(director.pk))]


def test_the_finished_file_waits_for_its_maker(signed: Signed, director: User) -> None:
    export = made(ask(report=signed.report, format="xlsx", by=director), director)
    assert (export.state, export.progress) == (ExportState.READY, 100)
    assert export.file is not None
    assert found_in(bytes(export.file.content)) == signed.report.content.fingerprint
    assert export.file.name.endswith(".xlsx")
    assert list(Export.objects.of(director)) == [export]


def test_a_job_that_runs_twice_makes_one_file(signed: Signed, director: User) -> None:
    first = made(ask(report=signed.report, format="html", by=director), director)
    assert made(first, director).file == first.file


def test_whoever_may_no_longer_see_the_report_gets_no_file(signed: Signed, director: User, as_owner: Stepping) -> None:
    export = ask(report=signed.report, format="html", by=director)
    with as_owner():
        Appointment.objects.filter(user=director).update(during=(date(2020, 1, 1), date(2021, 1, 1)))
    export_report(export=str(export.pk), user=str(director.pk))
    with as_owner():
        assert Export.objects.get(pk=export.pk).file is None


def test_nobody_else_gets_the_file(signed: Signed, director: User, elsewhere: Place, as_owner: Stepping) -> None:
    export = ask(report=signed.report, format="html", by=director)
    export_report(export=str(export.pk), user=str(elsewhere.worker.pk))
    with as_owner():
        assert Export.objects.get(pk=export.pk).state == ExportState.WAITING
    assert not Export.objects.of(elsewhere.worker).exists()


def test_a_signed_report_is_exported_from_what_was_frozen(signed: Signed, director: User) -> None:
    before = made(ask(report=signed.report, format="html", by=director), director).file
    from globa.casework.services import withdraw

    withdraw(service=signed.services[0], by=director, reason="recorded twice")
    after = made(ask(report=signed.report, format="html", by=director), director).file
    assert before is not None
    assert after is not None
    assert before.sha256 == after.sha256


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "xlsx"])
def test_a_file_is_the_signed_one_only_unchanged(signed: Signed, director: User, format: str) -> None:
    file = made(ask(report=signed.report, format=format, by=director), director).file
    assert file is not None
    content = bytes(file.content)
    assert verify_file(content).report == signed.report
    assert verify_file(content).is_signed
    assert not verify_file(content + b" ").is_signed


def test_a_number_is_verified_too(signed: Signed) -> None:
    assert verify_number(signed.report.shown_number).report == signed.report
    assert not verify_number("HE-1999-A1").is_signed
    assert not verify_file(b"%PDF-1.7").is_signed


def test_the_frozen_content_itself_is_verified(signed: Signed) -> None:
    assert verify_file(signed.report.content.document.encode()).is_signed


def test_an_office_s_template_fills_its_reports_until_it_is_put_away(signed: Signed, director: User) -> None:
    place = signed.report.organisation
    template = take(organisation=place, name="own.docx", content=saying("Mūsų {{ title }}"), by=director)
    file = made(ask(report=signed.report, format="docx", by=director), director).file
    assert file is not None
    assert "Mūsų" in part_of(bytes(file.content), "word/document.xml").decode()
    assert verify_file(bytes(file.content)).report == signed.report
    put_away(template=template, reason="Back to the common look", by=director)
    assert in_use(place.pk, "activity") is None


def test_the_template_of_a_form_goes_before_that_of_all(here: Place) -> None:
    place, by = here.organisation, here.worker
    general, own = saying("all"), saying("activity")
    take(organisation=place, name="all.docx", content=general, by=by)
    take(organisation=place, name="old.docx", content=saying("old"), by=by, form="activity")
    take(organisation=place, name="own.docx", content=own, by=by, form="activity")
    assert in_use(place.pk, "activity") == own
    assert in_use(place.pk, "occupancy") == general


def test_a_refused_template_changes_nothing(here: Place) -> None:
    with pytest.raises(TemplateRefused):
        take(organisation=here.organisation, name="bad.docx", content=saying("{{ ''.__class__ }}"), by=here.worker)
    assert not WordTemplate.objects.exists()


def test_a_template_that_is_only_offered_fills_nothing(here: Place) -> None:
    own = saying("own")
    offered = offer(organisation=here.organisation, name="own.docx", content=own, by=here.worker, form="activity")
    assert (offered.is_offered, in_use(here.organisation.pk, "activity")) == (True, None)
    use(template=offered, by=here.worker)
    assert in_use(here.organisation.pk, "activity") == own


def test_the_last_one_offered_takes_the_place_of_the_one_before(here: Place) -> None:
    first, second = (offer(organisation=here.organisation, name="a.docx", content=saying(text), by=here.worker) for text in ("1", "2"))
    assert list(WordTemplate.objects.offered()) == [second]
    first.refresh_from_db()
    with pytest.raises(NoLongerOffered):
        use(template=first, by=here.worker)


def test_who_took_a_template_and_why_it_was_put_away_is_kept(here: Place) -> None:
    template = take(organisation=here.organisation, name="a.docx", content=saying("1"), by=here.worker)
    put_away(template=template, reason="Old letterhead", by=here.worker)
    template.refresh_from_db()
    assert (template.taken_by, template.put_away_by, template.put_away_because) == (here.worker, here.worker, "Old letterhead")
    with pytest.raises(NoTemplateOfItsOwn):
        put_away(template=template, reason="Again", by=here.worker)


def test_a_template_is_not_in_use_before_it_is_taken(here: Place) -> None:
    offered = offer(organisation=here.organisation, name="a.docx", content=saying("1"), by=here.worker)
    offered.is_in_use = True
    with pytest.raises(Refusal, match="Take it into use first"), operation("test", by=here.worker, about=offered):
        offered.save()
