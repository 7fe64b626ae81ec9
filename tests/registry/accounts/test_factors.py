"""A second factor is taken away by two people, neither of whom it is."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from globa.journal.operations import acting
from globa.journal.refusals import Untrue
from globa.registry.accounts.factors import FactorReset, NotAnAdministrator, ResetOver, ask_reset, confirm_reset
from globa.registry.accounts.users import User
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrators(here: Place, as_owner: Stepping) -> list[User]:
    """The one for whom the test acts, and another."""
    with as_owner():
        other = builders.account("administrator@globa.example", here.organisation)
        User.objects.filter(pk__in=[here.worker.pk, other.pk]).update(is_staff=True)
    return [User.objects.get(pk=here.worker.pk), User.objects.get(pk=other.pk)]


@pytest.fixture
def loser(here: Place, as_owner: Stepping) -> User:
    """Somebody who lost a telephone."""
    with as_owner():
        user = builders.account("loser@globa.example", here.organisation)
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
        Authenticator.objects.create(user=user, type="recovery_codes", data={"seed": "x"})
    return user


def asked_by_another(administrators: list[User], loser: User) -> FactorReset:
    with acting(administrators[1]):
        asked = ask_reset(user=loser, by=administrators[1], reason="Lost telephone")
    with acting(administrators[0]):
        return asked


def test_asking_changes_nothing_and_confirming_takes_every_factor_away(administrators: list[User], loser: User) -> None:
    asked = asked_by_another(administrators, loser)
    assert Authenticator.objects.filter(user=loser).count() == 2
    confirm_reset(request=asked, by=administrators[0])
    assert Authenticator.objects.filter(user=loser).count() == 0


def test_the_one_who_asked_cannot_confirm(administrators: list[User], loser: User) -> None:
    asked = ask_reset(user=loser, by=administrators[0], reason="Lost telephone")
    with pytest.raises(Untrue, match="never taken away by one person alone"):
        confirm_reset(request=asked, by=administrators[0])
    assert Authenticator.objects.filter(user=loser).count() == 2


def test_nobody_takes_part_in_the_own_reset(administrators: list[User]) -> None:
    with pytest.raises(Untrue, match="Nobody takes part"):
        ask_reset(user=administrators[0], by=administrators[0], reason="Lost telephone")


def test_the_database_itself_refuses_one_person_in_both_places(administrators: list[User], loser: User) -> None:
    asked = ask_reset(user=loser, by=administrators[0], reason="Lost telephone")
    with pytest.raises(IntegrityError, match="factor_reset_by_two_people"), transaction.atomic():
        FactorReset.objects.filter(pk=asked.pk).update(confirmed_by=administrators[0], confirmed_at=asked.asked_at)


def test_a_reset_without_a_reason_or_half_confirmed_is_refused(administrators: list[User], loser: User) -> None:
    with pytest.raises(Untrue, match="Say why"):
        ask_reset(user=loser, by=administrators[0], reason=" ")
    asked = ask_reset(user=loser, by=administrators[0], reason="Lost telephone")
    with pytest.raises(IntegrityError, match="factor_reset_confirmed_by_somebody"), transaction.atomic():
        FactorReset.objects.filter(pk=asked.pk).update(confirmed_by=administrators[1])


def test_who_is_no_administrator_neither_asks_nor_confirms(here: Place, loser: User) -> None:
    with pytest.raises(NotAnAdministrator):
        ask_reset(user=loser, by=here.worker, reason="Lost telephone")


def test_a_request_is_confirmed_once(administrators: list[User], loser: User) -> None:
    asked = asked_by_another(administrators, loser)
    confirm_reset(request=asked, by=administrators[0])
    with pytest.raises(ResetOver):
        confirm_reset(request=asked, by=administrators[0])
