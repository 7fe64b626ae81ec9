"""Who sees what: an appointment opens an organisation and those below it, for its days, to an account in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from globa.journal.operations import acting
from globa.registry.access import organisations_visible_to, visible_organisations
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.involvement import Involvement, close_file
from globa.registry.organisations import Organisation, UnknownOrganisation
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping

Ends = Callable[[Person], list[date | None]]
NEVER = date.min


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


@pytest.fixture
def assigned(here: Place, as_owner: Stepping) -> Callable[[Person], list[date | None]]:
    """The ends of the assignments of the worker to a person; whoever is not shown the person is not shown them."""

    def ends(person: Person) -> list[date | None]:
        with as_owner():
            rows = Assignment.objects.filter(person=person, user=here.worker)
            return [one.during.upper if not one.during.isempty else NEVER for one in rows]

    return ends


def closed(at: Place, person: Person, on: date) -> None:
    close_file(involvement=Involvement.objects.get(person=person, purpose="care"), on=on, by=at.worker, reason="Left")


def test_a_closed_file_is_open_to_nobody_by_an_old_assignment(here: Place, assigned: Ends) -> None:
    child = builders.child(here)
    closed(here, child, today())
    assert assigned(child) == [NEVER]  # it began today, with the registration
    assert not Person.objects.visible_to(here.worker).exists()


def test_an_assignment_ends_with_the_last_of_several_files(here: Place, assigned: Ends) -> None:
    child = builders.child(here)
    Assignment.objects.filter(person=child).update(during=(SINCE, None))
    for purpose, until in (("help", date(2024, 1, 1)), ("family", date(2024, 5, 1))):
        Involvement.objects.create(person=child, organisation=here.organisation, purpose=purpose, during=(SINCE, until))
    closed(here, child, date(2023, 6, 1))
    assert assigned(child) == [date(2024, 5, 1)]


def test_a_file_that_goes_on_leaves_the_assignment(here: Place, assigned: Ends) -> None:
    child = builders.child(here)
    Involvement.objects.create(person=child, organisation=here.organisation, purpose="help", during=(SINCE, None))
    closed(here, child, today())
    assert assigned(child) == [None]
