"""Somebody who leaves is out everywhere: sessions, links, keys, waiting jobs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from procrastinate.contrib.django.models import ProcrastinateJob

from globa.registry.access import visible_organisations
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.leaving import LeavesAlone, ReasonMissing, close_whoever_left, come_back, leave
from globa.registry.accounts.sessions import Session
from globa.registry.accounts.users import User
from globa.reports.jobs import export_report
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping
from tests.registry.accounts.test_sessions import session

pytestmark = pytest.mark.django_db
NOW = timedelta()


@pytest.fixture
def leaver(here: Place, as_owner: Stepping) -> Place:
    """A colleague, with a second factor."""
    with as_owner():
        user = builders.account("leaver@globa.example", here.organisation)
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    return Place(here.organisation, user)


def fresh(place: Place) -> User:
    return User.objects.get(pk=place.worker.pk)


def test_sessions_links_keys_and_waiting_jobs_end_at_once(here: Place, leaver: Place) -> None:
    for _number in range(20):
        session(leaver)
        export_report.defer(export=str(here.organisation.pk), user=str(leaver.worker.pk))
    link = default_token_generator.make_token(leaver.worker)
    gone = leave(user=leaver.worker, on=today(), by=here.worker, reason="Left")
    assert (gone.sessions, gone.jobs) == (20, 20)
    assert not Session.objects.filter(user=leaver.worker).exists()
    assert set(ProcrastinateJob.objects.values_list("status", flat=True)) == {"cancelled"}
    assert not Authenticator.objects.filter(user=leaver.worker).exists()
    assert not default_token_generator.check_token(fresh(leaver), link)
    assert not fresh(leaver).is_active


def test_nothing_is_opened_to_whoever_left(here: Place, leaver: Place) -> None:
    assert visible_organisations(fresh(leaver)) == {here.organisation.pk}
    leave(user=leaver.worker, on=today(), by=here.worker, reason="Left")
    assert visible_organisations(fresh(leaver)) == set()


def test_whoever_leaves_later_works_until_then(here: Place, leaver: Place) -> None:
    session(leaver)
    leave(user=leaver.worker, on=today() + timedelta(days=1), by=here.worker, reason="Leaves")
    assert fresh(leaver).is_active
    assert Session.objects.filter(user=leaver.worker).count() == 1
    assert close_whoever_left(today()) == 0


def test_an_account_closes_by_itself_on_the_day_after_its_last_appointment(here: Place, leaver: Place, as_owner: Stepping) -> None:
    session(leaver)
    with as_owner():
        Appointment.objects.filter(user=leaver.worker).update(during=(date(2020, 1, 1), today()))
    assert close_whoever_left(today()) == 1
    assert not Session.objects.filter(user=leaver.worker).exists()
    assert not fresh(leaver).is_active


def test_an_appointment_that_had_not_begun_never_was(here: Place, leaver: Place, as_owner: Stepping) -> None:
    with as_owner():
        Appointment.objects.filter(user=leaver.worker).update(during=(today() + timedelta(days=5), None))
    leave(user=leaver.worker, on=today(), by=here.worker, reason="Did not come")
    assert not Appointment.objects.filter(user=leaver.worker).exists()


def test_nobody_closes_the_own_account_and_nobody_without_a_reason(here: Place, leaver: Place) -> None:
    with pytest.raises(LeavesAlone):
        leave(user=here.worker, on=today(), by=here.worker, reason="Left")
    with pytest.raises(ReasonMissing):
        leave(user=leaver.worker, on=today(), by=here.worker, reason=" ")


def test_whoever_comes_back_has_neither_the_old_password_nor_the_old_factor(here: Place, leaver: Place) -> None:
    leave(user=leaver.worker, on=today(), by=here.worker, reason="Left")
    come_back(user=leaver.worker, by=here.worker, reason="Works again")
    assert fresh(leaver).is_active
    assert not fresh(leaver).has_usable_password()
