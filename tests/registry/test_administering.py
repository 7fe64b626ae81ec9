"""Who writes what everybody reads, asked of the database as the web's role, with no page before it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from globa.registry import policy
from globa.registry.access import administered_by, keeps_lists
from globa.registry.accounts import appointments
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.catalogue import CatalogueService
from globa.registry.norms import Norm
from globa.registry.organisations import Belonging, Organisation
from globa.registry.reasons import Reason
from globa.registry.schools import School
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping
from tests.refusing import is_refused

pytestmark = pytest.mark.django_db
Case = Callable[[Place], object]


def norm(**details: object) -> Norm:
    said = {"code": "test", "name": "t", "name_en": "t", "value": 1, "unit": "days", "act": "a", "point": "1", "during": (SINCE, None)}
    return Norm.objects.create(**(said | details))


def unit(**details: object) -> Organisation:
    return Organisation.objects.create(**({"code": "new", "kind": "home_group", "name": "New"} | details))


def below(at: Place, made: Organisation) -> Belonging:
    return Belonging.objects.create(organisation=made, parent=at.organisation, during=(SINCE, None))


def appoint(user: User, organisation: Organisation, role: str = Role.SOCIAL_WORKER) -> Appointment:
    return Appointment.objects.create(user=user, organisation=organisation, role=role, during=(SINCE, None))


def change(record: object, **values: object) -> None:
    type(record)._base_manager.filter(pk=record.pk).update(**values)  # type: ignore[attr-defined]


@pytest.fixture
def head(here: Place, as_owner: Stepping) -> Place:
    """Whoever works at `here` is its head."""
    with as_owner():
        Appointment.objects.filter(user=here.worker).update(role=Role.HEAD)
    return here


@pytest.fixture
def keeper(head: Place, as_owner: Stepping) -> Place:
    with as_owner():
        User.objects.filter(pk=head.worker.pk).update(is_staff=True)
    return head


def other_of(at: Place, as_owner: Stepping, role: str = Role.HEAD) -> User:
    with as_owner():
        return builders.account(f"{role}@{at.organisation.code}.example", at.organisation, role)


BY_WORKERS: dict[str, Case] = {
    "organisation_is_kept_by_its_own": lambda at: change(at.organisation, name="Mine"),
    "unit_is_moved_by_its_own": lambda at: change(Belonging.objects.get(organisation=at.organisation), during=(SINCE, None)),
    "norm_is_added_by_who_keeps_them": lambda at: norm(),
    "catalogue_is_kept_for_everybody": lambda at: CatalogueService.objects.create(code="new", name="n", name_en="n", group="general"),
    "schools_are_kept_for_everybody": lambda at: School.objects.create(code="new", name="n", kind="general"),
    "reasons_are_kept_for_everybody": lambda at: Reason.objects.create(list="correction", code="new", name="n", name_en="n"),
    "account_is_made_by_who_administers": lambda at: User.objects.create_user("new@here.example", name="New"),
    "appointed_by_who_administers": lambda at: appoint(at.worker, at.organisation, Role.HEAD),
    "account_is_connected_by_others": lambda at: change(at.worker, person=builders.person(at)),
    "nobody_is_raised_by_the_web": lambda at: change(at.worker, is_staff=True),
}


@pytest.mark.parametrize("name", BY_WORKERS)
def test_a_coordinator_writes_nothing_of_it(name: str, here: Place) -> None:
    is_refused(name, BY_WORKERS[name], here)


OF_OTHERS: list[tuple[str, Callable[[Place, Place], object]]] = [
    ("organisation_is_kept_by_its_own", lambda at, other: change(other.organisation, name="Mine")),
    ("organisation_is_kept_by_its_own", lambda at, other: unit(kind="institution")),
    ("organisation_is_kept_by_its_own", lambda at, other: change(at.organisation, kind="municipality")),
    ("unit_is_moved_by_its_own", lambda at, other: below(other, unit())),
    ("unit_is_moved_by_its_own", lambda at, other: below(at, other.organisation)),
    ("unit_is_moved_by_its_own", lambda at, other: below(at, Organisation.objects.get(code="national-service"))),
    ("norm_is_added_by_who_keeps_them", lambda at, other: norm()),
    ("norm_is_added_by_who_keeps_them", lambda at, other: norm(municipality=Organisation.objects.get(code="alytus-city"))),
    ("catalogue_is_kept_for_everybody", lambda at, other: change(CatalogueService.objects.get(code="consultation"), name="Mine")),
    ("appointed_by_who_administers", lambda at, other: appoint(other.worker, other.organisation)),
    ("appointed_by_who_administers", lambda at, other: appoint(at.worker, at.organisation, Role.ADMINISTRATOR)),
    ("appointed_by_who_administers", lambda at, other: change(Appointment.objects.get(user=other.worker), organisation=at.organisation)),
    ("role_fits_the_kind_of_place", lambda at, other: appoint(other.worker, at.organisation, Role.NATIONAL_OFFICER)),
    ("role_fits_the_kind_of_place", lambda at, other: appoint(other.worker, at.organisation, Role.MUNICIPAL_CLERK)),
    ("account_is_connected_by_others", lambda at, other: change(other.worker, person=builders.person(at))),
    ("account_is_connected_by_others", lambda at, other: change(at.worker, person=builders.person(at))),
    ("nobody_is_raised_by_the_web", lambda at, other: User.objects.create_user("a@here.example", name="A", is_staff=True)),
    (
        "somebody_administers",
        lambda at, other: change(Appointment.objects.get(user=at.worker), during=(SINCE, today() + timedelta(days=1))),
    ),
]


TRIED: dict[str, Case] = dict.fromkeys(
    [*BY_WORKERS, *(name for name, _case in OF_OTHERS), "norm_is_not_rewritten", "unit_works_while_its_homes_do"], lambda at: None
)


@pytest.mark.parametrize(("name", "case"), OF_OTHERS)
def test_a_head_writes_of_the_own_place_only(name: str, case: Callable[[Place, Place], object], head: Place, elsewhere: Place) -> None:
    is_refused(name, lambda at: case(at, elsewhere), head)


def test_a_head_keeps_the_own_place_and_what_is_below_it(head: Place, elsewhere: Place) -> None:
    made = unit()
    below(head, made)
    change(made, name="Renamed", during=(SINCE, date(2024, 1, 1)))
    appoint(elsewhere.worker, made)
    made.refresh_from_db()
    assert (made.name, made.during.upper, Appointment.objects.filter(organisation=made).count()) == ("Renamed", date(2024, 1, 1), 1)


def test_a_moved_unit_is_administered_where_it_went(head: Place, elsewhere: Place, as_owner: Stepping) -> None:
    made = unit()
    place = below(head, made)
    with as_owner():
        change(place, during=(SINCE, date(2024, 1, 1)))
        Belonging.objects.create(organisation=made, parent=elsewhere.organisation, during=(date(2024, 1, 1), None))
    is_refused("organisation_is_kept_by_its_own", lambda at: change(made, name="Still mine"), head)


def test_the_last_administrator_may_go_once_there_is_another(head: Place, as_owner: Stepping) -> None:
    other_of(head, as_owner, Role.ADMINISTRATOR)
    change(Appointment.objects.get(user=head.worker), during=(SINCE, today()))
    assert administered_by(head.worker).count() == 0


def test_the_keeper_of_the_installation_adds_norms_and_writes_none_anew(keeper: Place) -> None:
    made = norm(is_verified=True)
    for rewritten in ({"value": 2}, {"act": "b"}, {"during": (date(2019, 1, 1), None)}, {"is_verified": False}):
        is_refused("norm_is_not_rewritten", lambda at, new=rewritten: change(made, **new), keeper)  # type: ignore[misc]
    change(made, during=(SINCE, date(2025, 1, 1)))
    norm(value=2, during=(date(2025, 1, 1), None))
    assert [int(Norm.objects.in_force("test", day).value) for day in (date(2024, 12, 31), date(2025, 1, 1))] == [1, 2]


def test_a_home_that_works_keeps_its_unit_open(head: Place) -> None:
    made = unit()
    below(head, made)
    builders.home(head, unit=made)
    is_refused("unit_works_while_its_homes_do", lambda at: change(made, during=(SINCE, date(2024, 1, 1))), head)


def test_who_administers_is_asked_of_the_database(
    head: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    assert (list(administered_by(head.worker)), keeps_lists(head.worker)) == ([head.organisation], False)
    assert (list(administered_by(elsewhere.worker)), keeps_lists(elsewhere.worker)) == ([], False)


def test_the_roles_that_administer_are_those_of_the_policy() -> None:
    roles = sorted(str(role) for role, areas in policy.AREAS.items() if policy.Area.ADMINISTRATION in areas)
    assert sorted(part.strip("' ") for part in appointments._ADMINISTERING.split(",")) == roles
