"""A signed report stays explainable: what differs, by which record, who and why; and what was known when."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from globa.casework.named import Renamed
from globa.casework.services import Service, correct, withdraw
from globa.indicators import figures
from globa.registry.models import User
from globa.reports.afterwards.differences import TIMES, by_record, changed_by, differences
from globa.reports.afterwards.resting import resting_on
from globa.reports.counting import as_known, scope_of
from globa.reports.counting import here as engine
from globa.reports.signing.frozen import SignedFigure
from tests import builders
from tests.builders import Place
from tests.reports.signing.world import COORDINATORS, YEAR, Signed, Stepping, events


def test_nothing_differs_while_nothing_changed(signed: Signed) -> None:
    assert differences(signed.report) == []


def test_a_withdrawn_service_is_named_with_who_and_why(signed: Signed, director: User) -> None:
    withdraw(service=signed.services[1], by=director, reason="recorded twice")
    (found,) = differences(signed.report)
    (record,) = found.records
    assert (found.signed.value, found.today) == (3, 2)
    assert (record.kind, record.record) == ("removed", f"casework.service:{signed.services[1].pk}")
    assert record.operation is not None
    assert (record.operation.reason, record.operation.actor_id) == ("recorded twice", director.pk)


def test_a_service_recorded_later_is_named_as_added(here: Place, signed: Signed) -> None:
    later = builders.service(here, builders.child(here, "Ieva"))
    (found,) = differences(signed.report)
    assert [(one.kind, one.record) for one in found.records] == [("added", f"casework.service:{later.pk}")]


def test_a_correction_that_the_figure_does_not_count_makes_no_difference(signed: Signed, director: User) -> None:
    correct(service=signed.services[0], by=director, reason="longer", minutes=90)
    assert differences(signed.report) == []


def test_frozen_evidence_stays_when_the_record_is_corrected_and_withdrawn(signed: Signed, director: User) -> None:
    before = SignedFigure.objects.get(report=signed.report).evidence
    correct(service=signed.services[0], by=director, reason="longer", minutes=90)
    withdraw(service=signed.services[0], by=director, reason="not given")
    assert SignedFigure.objects.get(report=signed.report).evidence == before


def test_a_record_knows_the_signed_reports_that_rest_on_it(here: Place, signed: Signed) -> None:
    assert resting_on(signed.services[0]) == [signed.report]
    assert resting_on(builders.service(here, builders.child(here, "Ieva"))) == []


def test_two_runs_differ_by_record() -> None:
    then = [{"record": "a", "minutes": 60}, {"record": "b", "minutes": 30}]
    now = [{"record": "b", "minutes": 45}, {"record": "c", "minutes": 15}]
    assert [(one.record, one.kind, one.changed) for one in by_record(then, now)] == [
        ("a", "removed", ()),
        ("b", "changed", (("minutes", 30, 45),)),
        ("c", "added", ()),
    ]


def test_a_record_that_counts_more_often_says_so() -> None:
    one, other = {"record": "a", "person": "7"}, {"record": "a", "person": "8"}
    (found,) = by_record([one, other], [one])
    assert (found.kind, found.changed) == ("changed", ((TIMES, 2, 1),))
    (swapped,) = by_record([one], [other])
    assert swapped.changed == (("person", "7", "8"),)


def test_a_service_whose_recipients_were_corrected_has_a_version_since(here: Place, signed: Signed, director: User) -> None:
    service = signed.services[0]
    before = signed.report.records.get(record=f"casework.service:{service.pk}").version
    added = Renamed([(builders.child(here, "Ieva"), "child", None)])
    correct(service=service, by=director, reason="She came too.", renamed=added)
    (operation, _at) = changed_by([f"casework.service:{service.pk}"], signed.report)[f"casework.service:{service.pk}"]
    assert operation is not None
    assert (operation.verb, operation.reason) == ("casework.correct_service", "She came too.")
    assert events(Service).filter(pgh_obj_id=service.pk).latest("pgh_id").pgh_id > before


def test_a_figure_has_two_clocks(here: Place, signed: Signed, director: User, as_owner: Stepping) -> None:
    withdraw(service=signed.services[0], by=director, reason="not given")
    now = timezone.now()
    with as_owner():  # a test is one instant; two days are made of it by hand
        events(Service).filter(pgh_label="added").update(pgh_created_at=now - timedelta(days=2))
    scope = scope_of(here.organisation, YEAR)
    clocks = [engine(), as_known(now + timedelta(hours=1)), as_known(now - timedelta(days=1)), as_known(now - timedelta(days=3))]
    assert [figures.figure(scope, COORDINATORS.code, clock).value for clock in clocks] == [2, 2, 3, 0]


def test_another_organisation_sees_no_report(signed: Signed, elsewhere: Place, in_the_name_of: object) -> None:
    from globa.reports.keeping.reports import Report

    with in_the_name_of(elsewhere):  # type: ignore[operator]
        assert not Report.objects.exists()
        assert not SignedFigure.objects.exists()
