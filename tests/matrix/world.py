"""
A centre with two home groups, another institution in another municipality, an account for every role, and children.

The children are the same for every role: `own` is worked with today in every way that there is (assigned, lives in the
home group, is a ward, is decided about), `ended` was until today, and so on through `Relation`. Each is there twice: one
lives in a home group, one with an on-duty carer. Everything is written as the owner, without the application's filters.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection

from globa.care.away import AwayTime
from globa.care.dwellings import Bed, Capacity, Dwelling, DwellingKind
from globa.care.guardianships import Guardianship
from globa.care.statuses import Status
from globa.care.stays import Stay
from globa.casework.cases import Case, CaseChild
from globa.casework.groups import Attendance, Event
from globa.casework.plans import AssessmentWithPlan
from globa.casework.recruitment.enquiries import Enquiry
from globa.casework.services import Recipient, Service
from globa.facts.tables import TABLES
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.asking import FileQuestion, FileRequest
from globa.registry.assignments import Assignment
from globa.registry.catalogue import CatalogueService
from globa.registry.conflicts import ConflictOfInterest
from globa.registry.emergency import LASTS, Opening
from globa.registry.households import Household, Member
from globa.registry.involvement import Involvement
from globa.registry.organisations import Organisation
from globa.registry.papers import Paper
from globa.registry.people import OtherName, Person
from globa.registry.recording import Recording
from globa.registry.relations import Relation as KinRelation
from globa.registry.schools import School
from globa.registry.sealing import Seal
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.matrix.markers import BORN, Of, marker, personal_code

DAY = date(2023, 5, 10)


class Relation(StrEnum):
    """What a child is to those who work at the centre."""

    OWN = "own"
    ENDED = "ended"
    ARCHIVED = "archived"
    SAME = "same"
    OTHER = "other"
    SEALED = "sealed"
    CONFLICT = "conflict"
    RELATIVE = "relative"
    EMERGENCY = "emergency"
    EMERGENCY_OVER = "emergency_over"
    PARENT_OF_OWN = "parent_of_own"
    PARENT_OF_SAME = "parent_of_same"
    APPLICANT = "applicant"


class Lives(StrEnum):
    HOME = "home"
    CARER = "carer"


ADULTS = (Relation.PARENT_OF_OWN, Relation.PARENT_OF_SAME, Relation.APPLICANT)
NOT_INVOLVED = (Relation.SAME, Relation.EMERGENCY, Relation.EMERGENCY_OVER)
OVER = (Relation.ENDED, Relation.ARCHIVED)
NOBODY = "nobody"
"""Not signed in."""
WITHOUT = "without"
"""Signed in, and appointed nowhere today."""
EVERYBODY: tuple[str, ...] = (*Role.values, WITHOUT, NOBODY)
ASSIGNED = {
    Lives.HOME: (Role.FOSTER_COORDINATOR, Role.ATTESTED_PERSON, Role.PSYCHOLOGIST),
    Lives.CARER: (Role.FOSTER_COORDINATOR, Role.ATTESTED_PERSON, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER),
}
"""The social worker is not assigned to who lives in the own home group: that alone opens the file."""


@dataclass
class Child:
    """`records` are the keys of what is recorded about the child, by the label of the record."""

    number: int
    relation: Relation
    lives: Lives
    person: Person
    records: dict[str, uuid.UUID] = field(default_factory=dict)
    home: str = ""

    @property
    def said(self) -> str:
        return f"{self.relation.value} ({self.lives.value})"


@dataclass
class World:
    centre: Place
    other: Place
    oak: Organisation
    ash: Organisation
    elsewhere: Organisation
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    kept: dict[str, dict[str, uuid.UUID]] = field(default_factory=dict)

    def keep(self, about: str, at: Place, row: Any) -> None:
        self.kept.setdefault(about, {})[at.organisation.code] = row.pk

    def child(self, relation: Relation, lives: Lives = Lives.HOME) -> Child:
        return next(one for one in self.children if (one.relation, one.lives) == (relation, lives))


def make() -> World:
    """Run as the owner, inside a transaction that is rolled back in the end."""
    world = _places()
    _accounts(world)
    for number, (relation, lives) in enumerate(_wanted()):
        world.children.append(_adult(world, number, relation) if relation in ADULTS else _child(world, number, relation, lives))
    for one in world.children:
        _doors(world, one)
    _parents(world)
    return world


def _wanted() -> Iterator[tuple[Relation, Lives]]:
    for relation in Relation:
        yield relation, Lives.HOME
        if relation not in ADULTS:
            yield relation, Lives.CARER


def _places() -> World:
    centre, other = builders.place("centre", initials="CE"), builders.place("elsewhere-q", under="lazdijai", initials="OT")
    for place in (centre, other):
        Recording.objects.bulk_create(Recording(organisation=place.organisation, table=name, since=SINCE) for name in sorted(TABLES))
    return World(centre, other, builders.unit_of(centre, "oak"), builders.unit_of(centre, "ash"), builders.unit_of(other, "elm"))


def _accounts(world: World) -> None:
    at = {
        Role.SOCIAL_WORKER: world.oak,
        Role.CARE_ASSISTANT: world.oak,
        Role.MUNICIPAL_CLERK: Organisation.objects.get(code="alytus-city"),
        Role.NATIONAL_OFFICER: Organisation.objects.get(code="national-service"),
    }
    for role in (*Role, WITHOUT):
        person = _known(world.centre, f"Account {role}", purpose="work")
        user = User.objects.create_user(f"{role}@matrix.example", name=f"Account {role}", person=person)
        if role != WITHOUT:
            where = at.get(Role(role), world.centre.organisation)
            Appointment.objects.create(user=user, organisation=where, role=role, during=(SINCE, None))
        else:
            Appointment.objects.create(user=user, organisation=world.centre.organisation, role=Role.HEAD, during=(SINCE, today()))
        world.people[role], world.users[role] = person, user


def _known(at: Place, name: str, *, purpose: str = "care", until: date | None = None, **details: Any) -> Person:
    person = Person.objects.create(given_name=name, **details)
    Involvement.objects.create(person=person, organisation=at.organisation, purpose=purpose, during=(SINCE, until))
    return person


def _adult(world: World, number: int, relation: Relation) -> Child:
    purpose = "training" if relation is Relation.APPLICANT else "family"
    return Child(number, relation, Lives.HOME, _known(world.centre, marker(Of.NAME, number), purpose=purpose))


def _child(world: World, number: int, relation: Relation, lives: Lives) -> Child:
    at = world.other if relation is Relation.OTHER else world.centre
    person = Person(given_name=marker(Of.NAME, number), family_name=f"P{marker(Of.NAME, number)}", sex="male", birth_date=BORN)
    person.set_personal_code(personal_code(number))
    person.save(force_insert=True)
    Involvement.objects.create(
        person=person, organisation=at.organisation, purpose="care", during=(SINCE, today() if relation is Relation.ARCHIVED else None)
    )
    OtherName.objects.create(person=person, family_name=marker(Of.OTHER_NAME, number))
    made = Child(number, relation, lives, person)
    _lives(world, at, made)
    _is_known_about(at, made)
    _is_helped(at, made)
    return made


def _end(relation: Relation) -> date | None:
    """Of what ended: today is the first day on which it no longer is."""
    return today() if relation in OVER else None


def _lives(world: World, at: Place, one: Child) -> None:
    """In a home of one's own group or of the other one; with our carer, or another. Each child in a place of its own."""
    own, one.home = one.relation not in (*NOT_INVOLVED, Relation.OTHER), f"home-{one.number:02d}"
    in_home = one.lives is Lives.HOME
    unit = (world.oak if own else world.ash) if in_home and at is world.centre else None
    kind = DwellingKind.COMMUNITY_HOME if in_home else DwellingKind.ON_DUTY_CARER
    common: dict[str, Any] = {"organisation": at.organisation}
    where = Dwelling.objects.create(**common, code=one.home, kind=kind, name=marker(Of.HOME, one.number), unit=unit, during=(SINCE, None))
    Capacity.objects.create(**common, dwelling=where, places=2, during=(SINCE, None))
    bed = Bed.objects.create(**common, dwelling=where, name="1", during=(SINCE, None))
    ended = _end(one.relation)
    carer = world.people[Role.ON_DUTY_CARER] if own and not in_home else None
    stay = Stay.objects.create(
        **common, child=one.person, dwelling=where, setting=kind, bed=bed, carer=carer, during=(SINCE, ended), origin="parents",
        destination="parents" if ended else "",
    )  # fmt: skip
    stay.refresh_from_db()
    away = AwayTime.objects.create(**common, child=one.person, stay=stay, kind="hospital", during=(DAY, DAY + timedelta(days=3)))
    one.records |= {"care.stay": stay.pk, "care.awaytime": away.pk}


def _is_known_about(at: Place, one: Child) -> None:
    common: dict[str, Any] = {"organisation": at.organisation}
    paper = Paper.objects.create(**common, kind="court_ruling", number=marker(Of.PAPER, one.number), issued_on=DAY, person=one.person)
    school = School.objects.create(code=f"school-{one.number}", name=marker(Of.SCHOOL, one.number), kind="general")
    status = Status.objects.create(**common, child=one.person, kind="school", school=school, during=(SINCE, None))
    plan = AssessmentWithPlan.objects.create(
        **common, child=one.person, kind="support_plan", assessed_on=DAY, planned_on=DAY, review_due=today(),
        needs=marker(Of.PLAN, one.number), goals=marker(Of.PLAN, one.number),
    )  # fmt: skip
    case = Case.objects.create(**common, kind="temporary_supervision_on_request", year=2023, number=one.number + 1, during=(DAY, None))
    CaseChild.objects.create(**common, case=case, child=one.person)
    one.records |= {"registry.paper": paper.pk, "care.status": status.pk, "casework.case": case.pk}
    one.records |= {"casework.assessmentwithplan": plan.pk}


def _is_helped(at: Place, one: Child) -> None:
    """By somebody without an account, so that nobody sees the service because they gave it."""
    common: dict[str, Any] = {"organisation": at.organisation}
    helper = _known(at, f"Helper of {one.number}", purpose="work")
    given: dict[str, Any] = common | {"minutes": 60, "setting": "home", "provider": helper, "year": 2023, "happened_on": DAY}
    kind, number = CatalogueService.objects.get(code="consultation"), 2 * one.number + 1
    service = Service.objects.create(
        **given, kind=kind, number=number, provider_role="foster_coordinator", note=marker(Of.NOTE, one.number)
    )
    notes = Service.objects.create(
        **given, kind=kind, number=number + 1, provider_role="psychologist", note=marker(Of.PSYCHOLOGIST, one.number)
    )
    Recipient.objects.bulk_create(Recipient(**common, service=made, person=one.person, role="child") for made in (service, notes))
    event = Event.objects.create(
        **common, kind="self_help_group", year=2023, number=one.number + 1, title="A group", happened_on=DAY, minutes=90
    )
    Attendance.objects.create(**common, event=event, person=one.person, role="child")
    one.records |= {"casework.service": service.pk, "notes": notes.pk, "casework.event": event.pk}


def _doors(world: World, one: Child) -> None:
    """Everything that opens the child, and what closes the child again."""
    if one.relation in ADULTS:
        return
    at = world.other if one.relation is Relation.OTHER else world.centre
    common: dict[str, Any] = {"organisation": at.organisation, "person": one.person}
    if one.relation not in NOT_INVOLVED:
        _guardian(world, at, one)
    if one.relation not in (*NOT_INVOLVED, Relation.OTHER):
        _assigned(world, one)
        city = Organisation.objects.get(code="alytus-city")
        Involvement.objects.create(person=one.person, organisation=city, purpose="care", during=(SINCE, _end(one.relation)))
    if one.relation is Relation.SAME:
        _asked_for(world, at, one)
    if one.relation is Relation.SEALED:
        Seal.objects.create(**common, kind="adoption", during=(SINCE, None))
    for user in world.users.values():
        if one.relation is Relation.CONFLICT:
            ConflictOfInterest.objects.create(**common, user=user, during=(SINCE, None))
        if one.relation is Relation.RELATIVE and user.person:
            KinRelation.objects.create(organisation=at.organisation, person=user.person, other=one.person, kind="near")
        if one.relation in (Relation.EMERGENCY, Relation.EMERGENCY_OVER):
            _opened(common, user, is_over=one.relation is Relation.EMERGENCY_OVER)


def _asked_for(world: World, at: Place, one: Child) -> None:
    """The neighbour asked for the file, this institution asked somebody else, and an answered enquiry says who the asker was."""
    asked: dict[str, Any] = {"purpose": "help", "needed_for": "The child is to be given services here too.", "person": one.person}
    asked |= {"until": today() + timedelta(days=30), "asked_by": world.users["head"], "organisation": at.organisation}
    request = FileRequest.objects.create(**asked)
    FileQuestion.objects.create(**asked, request=request.pk, asker=world.other.organisation)
    Enquiry.objects.create(
        organisation=at.organisation, year=2023, number=one.number + 1, channel="phone", about="guardian", asker="Rasa",
        asker_phone="1", received_on=DAY, person=one.person,
    )  # fmt: skip


def _opened(common: dict[str, Any], user: User, *, is_over: bool) -> None:
    at = now() - (LASTS + timedelta(minutes=1) if is_over else timedelta(minutes=1))
    Opening.objects.create(**common, user=user, reason="The child ran away at night and has a fever.", opened_at=at, until=at + LASTS)


def now() -> datetime:
    """The database's: it stands still at the beginning of the one transaction in which the world lives."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        found: datetime = cursor.fetchone()[0]
    return found


def _guardian(world: World, at: Place, one: Child) -> None:
    """A guardian with an account, unless the child belongs to the other institution."""
    guardian = _known(at, f"Guardian of {one.number}") if at is world.other else world.people[Role.GUARDIAN]
    family = Household.objects.create(organisation=at.organisation, name=f"Family of {one.number}")
    Member.objects.create(organisation=at.organisation, household=family, person=guardian, during=(SINCE, None))
    ended = _end(one.relation)
    made = Guardianship.objects.create(
        organisation=at.organisation, child=one.person, kind="permanent", form="family", household=family, guardian=guardian,
        relation="non_kin", during=(SINCE, ended), ended_by="other" if ended else "",
    )  # fmt: skip
    one.records["care.guardianship"] = made.pk


def _assigned(world: World, one: Child) -> None:
    Assignment.objects.bulk_create(
        Assignment(
            organisation=world.centre.organisation, person=one.person, user=world.users[role], role=role, during=(SINCE, _end(one.relation))
        )
        for role in ASSIGNED[one.lives]
    )  # fmt: skip


def _parents(world: World) -> None:
    for parent, of in ((Relation.PARENT_OF_OWN, Relation.OWN), (Relation.PARENT_OF_SAME, Relation.SAME)):
        KinRelation.objects.create(
            organisation=world.centre.organisation, person=world.child(parent).person, other=world.child(of).person, kind="parent"
        )
