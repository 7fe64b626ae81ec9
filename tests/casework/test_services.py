"""A service given: recorded once, numbered, corrected and withdrawn with a reason, never deleted."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from globa.casework.services import AlreadyWithdrawn, NobodyHelped, OtherYear, Service, correct, record, record_many, withdraw
from globa.journal.operations import AlreadyDone, Operation
from globa.journal.refusals import Untrue
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import DAY, Place


def test_a_service_is_recorded_with_its_recipients_and_a_number_people_read(here: Place) -> None:
    mother, child = builders.person(here), builders.child(here)
    service = builders.service(here, mother, child)
    assert service.shown_number == "HE-2023-1"
    assert set(service.recipients.values_list("person", flat=True)) == {mother.pk, child.pk}


def test_a_service_for_nobody_is_refused(here: Place) -> None:
    given = builders.help_given(here)
    nobody = type(given)(**{**vars(given), "recipients": []})
    with pytest.raises(NobodyHelped, match="add at least one"):
        record(organisation=here.organisation, given=nobody, by=here.worker)


def test_numbers_of_many_follow_their_days_and_start_anew_each_year(here: Place) -> None:
    child, worker = builders.child(here), builders.person(here)
    days = [date(2023, 5, 2), date(2022, 12, 30), date(2023, 5, 1)]
    given = [builders.help_given(here, child, on=day, provider=worker) for day in days]
    services = record_many(organisation=here.organisation, given=given, by=here.worker)
    assert [service.shown_number for service in services] == ["HE-2023-2", "HE-2022-1", "HE-2023-1"]


def test_many_are_recorded_all_or_none_and_take_no_number_then(here: Place) -> None:
    child, worker = builders.child(here), builders.person(here)
    given = [builders.help_given(here, child, minutes=minutes, provider=worker) for minutes in (60, 0)]
    with pytest.raises(Untrue):
        record_many(organisation=here.organisation, given=given, by=here.worker)
    assert not Service.objects.exists()
    assert builders.service(here, child).number == 1


def test_many_are_one_operation_with_the_import_they_came_from(here: Place) -> None:
    child, worker, source = builders.child(here), builders.person(here), uuid.uuid4()
    given = [builders.help_given(here, child, provider=worker)] * 3
    record_many(organisation=here.organisation, given=given, by=here.worker, imported_from=source)
    assert Operation.objects.get(verb="casework.record_service").imported_from == source


def test_pressing_save_twice_records_once(here: Place) -> None:
    given, once = builders.help_given(here), uuid.uuid4()
    service = record(organisation=here.organisation, given=given, by=here.worker, once=once)
    with pytest.raises(AlreadyDone) as done:
        record(organisation=here.organisation, given=given, by=here.worker, once=once)
    assert done.value.subject == f"casework.service:{service.pk}"
    assert Service.objects.count() == 1


def test_what_was_refused_may_be_saved_again_with_the_same_key(here: Place) -> None:
    child, worker, once = builders.child(here), builders.person(here), uuid.uuid4()
    with pytest.raises(Untrue):
        record(
            organisation=here.organisation, given=builders.help_given(here, child, minutes=0, provider=worker), by=here.worker, once=once
        )
    record(organisation=here.organisation, given=builders.help_given(here, child, provider=worker), by=here.worker, once=once)
    assert Service.objects.count() == 1


def test_a_correction_keeps_the_number_and_the_old_version_with_who_and_why(here: Place) -> None:
    service = correct(service=builders.service(here, minutes=60), by=here.worker, reason="It was longer", minutes=90)
    versions = builders.versions_of(service)
    assert [(event.pgh_label, event.minutes, event.number) for event in versions] == [("added", 60, 1), ("changed", 90, 1)]
    done = Operation.objects.get(pk=versions[-1].pgh_context.metadata["operation"])
    assert (done.verb, done.reason, done.actor_id) == ("casework.correct_service", "It was longer", here.worker.pk)


def test_a_correction_moves_no_service_to_another_year(here: Place) -> None:
    with pytest.raises(OtherYear, match="HE-2023-1"):
        correct(service=builders.service(here), by=here.worker, reason="", happened_on=date(2022, 12, 31))


def test_who_gave_it_is_not_corrected_but_recorded_anew(here: Place) -> None:
    with pytest.raises(ValueError, match="provider"):
        correct(service=builders.service(here), by=here.worker, reason="", provider=builders.person(here))


def test_a_withdrawn_service_stays_with_its_reason_and_is_not_counted(here: Place) -> None:
    service = withdraw(service=builders.service(here), by=here.worker, reason="Recorded twice")
    assert service.withdrawn_on == today()
    assert not Service.objects.in_force().exists()
    assert Service.objects.count() == 1
    assert Operation.objects.get(verb="casework.withdraw_service").reason == "Recorded twice"


def test_a_withdrawn_service_is_neither_withdrawn_nor_corrected_again(here: Place) -> None:
    service = withdraw(service=builders.service(here), by=here.worker, reason="")
    with pytest.raises(AlreadyWithdrawn):
        withdraw(service=service, by=here.worker, reason="")
    with pytest.raises(AlreadyWithdrawn):
        correct(service=service, by=here.worker, reason="", minutes=30)


def test_services_are_found_by_worker_person_and_days(here: Place) -> None:
    worker, child = builders.person(here), builders.child(here)
    service = builders.service(here, child, provider=worker)
    builders.service(here, builders.child(here, "Ieva"), on=date(2023, 6, 1))
    assert list(Service.objects.by_worker(worker)) == list(Service.objects.for_person(child)) == [service]
    assert list(Service.objects.during(DAY, date(2023, 6, 1))) == [service]
    assert [one.number for one in Service.objects.newest_first()] == [2, 1]
