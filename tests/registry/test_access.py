"""Who sees what: an appointment opens an organisation and those below it, for its days, to an account in use."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from globa.journal.operations import acting
from globa.registry.access import organisations_visible_to, visible_organisations
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation, UnknownOrganisation
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping


@pytest.fixture
def payers(here: Place, elsewhere: Place, as_owner: Stepping) -> list[Payer]:
    """One row here and one elsewhere."""
    with as_owner():
        return [builders.payer(here), builders.payer(elsewhere)]


def seen_by(user: User) -> list[str]:
    """What row security lets through, and the same by the application's filter."""
    with acting(user):
        by_database = sorted(Payer.objects.values_list("organisation__code", flat=True))
        assert by_database == sorted(Payer.objects.visible_to(user).values_list("organisation__code", flat=True))
        return by_database


def test_a_worker_sees_the_own_place(here: Place, payers: list[Payer]) -> None:
    assert seen_by(here.worker) == ["here"]


def test_a_municipal_clerk_sees_the_places_of_the_municipality(payers: list[Payer], as_owner: Stepping) -> None:
    with as_owner():
        clerk = builders.account("clerk@lazdijai.example", Organisation.objects.get(code="lazdijai"), Role.MUNICIPAL_CLERK)
    assert seen_by(clerk) == ["elsewhere"]


def test_a_national_officer_sees_all(payers: list[Payer], as_owner: Stepping) -> None:
    with as_owner():
        officer = builders.account("officer@service.example", Organisation.objects.get(code="national-service"), Role.NATIONAL_OFFICER)
    assert seen_by(officer) == ["elsewhere", "here"]


def test_a_worker_of_a_home_works_in_the_records_of_its_institution(here: Place, payers: list[Payer], as_owner: Stepping) -> None:
    with as_owner():
        assistant = builders.account("assistant@home.example", builders.unit_of(here, "home-1"), Role.CARE_ASSISTANT)
    assert seen_by(assistant) == ["here"]


@pytest.mark.parametrize(
    ("since", "until", "sees"),
    [(SINCE, 0, []), (SINCE, 1, ["here"]), (today(), None, ["here"]), (today() + timedelta(days=1), None, [])],
)
def test_an_appointment_opens_a_place_on_its_days(
    since: date, until: int | None, sees: list[str], here: Place, payers: list[Payer], as_owner: Stepping
) -> None:
    ends = None if until is None else today() + timedelta(days=until)
    with as_owner():
        Appointment.objects.filter(user=here.worker).update(during=(since, ends))
    assert seen_by(here.worker) == sees


def test_an_account_without_appointment_sees_nothing(payers: list[Payer], as_owner: Stepping) -> None:
    with as_owner():
        nobody = User.objects.create_user("nobody@nowhere.example")
    assert seen_by(nobody) == []


def test_an_account_that_may_not_sign_in_sees_nothing_in_the_database(here: Place, payers: list[Payer], as_owner: Stepping) -> None:
    with as_owner():
        User.objects.filter(pk=here.worker.pk).update(is_active=False)
    with acting(here.worker):
        assert not Payer.objects.exists()


def test_a_person_with_two_files_is_seen_once(here: Place) -> None:
    from globa.registry.involvement import Involvement

    person = builders.person(here)
    Involvement.objects.create(person=person, organisation=here.organisation, purpose="help", during=(SINCE, None))
    assert list(Person.objects.visible_to(here.worker)) == [person]


def test_visible_organisations_are_the_own_and_those_below(here: Place, as_owner: Stepping) -> None:
    with as_owner():
        unit = builders.unit_of(here, "homes", "community_homes")
        home = builders.unit_of(Place(unit, here.worker), "home-1")
    assert visible_organisations(here.worker) == {here.organisation.pk, unit.pk, home.pk}
    assert organisations_visible_to(here.worker).count() == 3


def test_an_unknown_organisation_is_refused_by_its_code(here: Place) -> None:
    with pytest.raises(UnknownOrganisation, match="“nowhere”"):
        Organisation.objects.coded("nowhere")
    assert Organisation.objects.coded("here") == here.organisation
