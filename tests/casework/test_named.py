"""Correcting whom a service was for and who came: with a reason, counted anew, and what was said before is kept."""

from __future__ import annotations

from datetime import date

import pytest

from globa.casework import groups, services
from globa.casework.groups import Attendance, NobodyCame
from globa.casework.named import Renamed
from globa.casework.services import NobodyHelped, Recipient, Service
from globa.journal.operations import Operation
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.architecture.catalogue import asked
from tests.builders import Place


def rename(here: Place, service: Service, *added: Person, taken_out: tuple[Person, ...] = (), why: str = "By mistake.") -> Service:
    renamed = Renamed([(one, "child", None) for one in added], taken_out)
    return services.correct(service=service, by=here.worker, reason=why, renamed=renamed)


def test_a_recipient_named_by_mistake_is_counted_no_longer_and_stays(here: Place) -> None:
    jonas, ieva = builders.child(here), builders.child(here, "Ieva")
    service = rename(here, builders.service(here, jonas, ieva), taken_out=(ieva,))
    assert [one.person for one in service.recipients.all()] == [jonas]
    assert Recipient.ever.get(person=ieva).taken_out_on == today()
    assert asked("SELECT recipients FROM facts.services") == [(1,)]
    assert asked("SELECT person FROM facts.attendances") == [(jonas.pk,)]
    assert not Service.objects.for_person(ieva).exists()


def test_one_operation_says_what_was_corrected_and_why(here: Place) -> None:
    jonas, ieva = builders.child(here), builders.child(here, "Ieva")
    service = builders.service(here, jonas)
    services.correct(service=service, by=here.worker, reason="It was her.", renamed=Renamed([(ieva, "child", None)], [jonas]), minutes=45)
    assert [one.person for one in service.recipients.all()] == [ieva]
    assert Operation.objects.get(verb="casework.correct_service").reason == "It was her."
    assert builders.versions_of(service)[-1].named_again == service.named_again == 1


def test_who_was_taken_out_is_named_anew_in_the_same_row(here: Place) -> None:
    jonas, ieva = builders.child(here), builders.child(here, "Ieva")
    service = rename(here, builders.service(here, jonas, ieva), taken_out=(ieva,))
    rename(here, service, ieva, why="She was there.")
    assert {one.person for one in service.recipients.all()} == {jonas, ieva}
    assert (Recipient.ever.count(), service.named_again) == (2, 2)


def test_the_last_one_is_not_taken_out(here: Place) -> None:
    jonas = builders.child(here)
    service = builders.service(here, jonas)
    with pytest.raises(NobodyHelped):
        rename(here, service, taken_out=(jonas,))
    assert service.recipients.count() == 1


def test_whoever_saw_a_service_by_a_person_taken_out_sees_it_no_longer(here: Place) -> None:
    jonas, ieva = builders.child(here), builders.child(here, "Ieva")
    service = rename(here, builders.service(here, jonas, ieva), taken_out=(ieva,))
    (through,) = Service.concerns.through
    assert through.unless == "taken_out_on"
    assert Service.objects.visible_to(here.worker).get() == service


def test_a_meeting_is_corrected_with_those_who_came(here: Place) -> None:
    ona, rima = builders.person(here), builders.person(here, "Rima")
    event = builders.event(here, ona, unnamed=2)
    renamed = Renamed([(rima, "guardian", None)], [ona])
    groups.correct(event=event, by=here.worker, reason="Two names were mixed up.", renamed=renamed, minutes=60, unnamed_heads=0)
    assert [one.person for one in event.attendances.all()] == [rima]
    assert asked("SELECT heads, minutes FROM facts.events") == [(1, 60)]
    assert Operation.objects.get(verb="casework.correct_event").reason == "Two names were mixed up."
    assert Attendance.ever.count() == 2


def test_a_meeting_to_which_nobody_came_is_none(here: Place) -> None:
    ona = builders.person(here)
    event = builders.event(here, ona)
    with pytest.raises(NobodyCame):
        groups.correct(event=event, by=here.worker, reason="", renamed=Renamed(taken_out=[ona]))
    groups.correct(event=event, by=here.worker, reason="", renamed=Renamed(taken_out=[ona]), unnamed_heads=3)
    assert asked("SELECT heads FROM facts.events") == [(3,)]


def test_a_withdrawn_meeting_is_not_corrected(here: Place) -> None:
    event = groups.withdraw(event=builders.event(here), by=here.worker, reason="")
    with pytest.raises(groups.EventAlreadyWithdrawn):
        groups.correct(event=event, by=here.worker, reason="", minutes=30)


def test_the_day_and_the_people_are_corrected_together_whoever_was_born_between(here: Place) -> None:
    early, late = date(2023, 5, 1), date(2023, 5, 20)
    born = date(2023, 5, 5)
    old, young = builders.child(here), builders.child(here, "Ieva", born=born)
    before = builders.service(here, old, on=early)
    services.correct(service=before, by=here.worker, reason="", renamed=Renamed([(young, "child", None)], [old]), happened_on=late)
    assert [one.person for one in before.recipients.all()] == [young]
    services.correct(service=before, by=here.worker, reason="", renamed=Renamed([(old, "child", None)], [young]), happened_on=early)
    assert [one.person for one in before.recipients.all()] == [old]
