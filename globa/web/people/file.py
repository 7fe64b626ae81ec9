"""What the organisations that the user sees keep about one person, read with as many questions whoever it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Sum
from django.db.models.functions import ExtractYear

from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.guardianships import Guardianship
from globa.care.statuses import Status, StatusKind
from globa.care.stays import Stay
from globa.casework.plans import AssessmentWithPlan
from globa.casework.services import ProviderRole, Service
from globa.journal.operations import Operation, reference
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.households import Member
from globa.registry.involvement import Involvement, Purpose
from globa.registry.norms import Norm
from globa.registry.papers import Paper
from globa.registry.people import OtherName, Person
from globa.registry.relations import Relation
from globa.registry.staff import PostHolding
from globa.web.people import way
from globa.web.people.personal_code import SHOWED
from globa.web.people.related import Relative, relatives_of

SERVICES_SHOWN = 5


@dataclass(frozen=True)
class ServicesOfYear:
    year: int
    times: int
    minutes: int
    workers: int


@dataclass(frozen=True)
class Family:
    name: str
    role: str
    others: list[Person]


class PersonFile:
    """`on` is the day of which the file speaks: today. `opens_homes`: whether its reader comes to the pages of homes."""

    def __init__(self, person: Person, user: User, on: date, opens_homes: bool = True) -> None:
        self.person, self.user, self.on, self.opens_homes = person, user, on, opens_homes

    @cached_property
    def age(self) -> int | None:
        return self.person.age_on(self.on)

    @cached_property
    def stays(self) -> list[Stay]:
        stays = Stay.objects.visible_to(self.user).filter(child=self.person)
        return list(stays.select_related("dwelling", "bed__room", "carer", "municipality_of_origin").order_by("during"))

    @cached_property
    def stay(self) -> Stay | None:
        return way.on(self.stays, self.on)

    @cached_property
    def away_times(self) -> list[AwayTime]:
        return list(AwayTime.objects.visible_to(self.user).filter(child=self.person).select_related("host_household").order_by("during"))

    @cached_property
    def away(self) -> AwayTime | None:
        return way.on(self.away_times, self.on)

    @cached_property
    def guardianships(self) -> list[Guardianship]:
        ships = Guardianship.objects.visible_to(self.user).filter(child=self.person)
        return list(ships.select_related("household", "guardian", "paper").order_by("during"))

    @cached_property
    def guardianship(self) -> Guardianship | None:
        return way.on(self.guardianships, self.on)

    @property
    def is_child_in_care(self) -> bool:
        return bool(self.stays or self.guardianships)

    @cached_property
    def is_under_age(self) -> bool:
        """Whose birth is not known is one if the file is open for a child's care: as whoever is brought at night."""
        if self.age is None:
            return Involvement.objects.visible_to(self.user).on(self.on).filter(person=self.person, purpose=Purpose.CARE).exists()
        return self.age < Norm.objects.coming_of_age().on(self.on)

    @property
    def way(self) -> way.Way:
        return way.way_of(self.stays, self.guardianships, self.away_times, self.opens_homes)

    @cached_property
    def services(self) -> list[ServicesOfYear]:
        """By year, the last one first."""
        received = Service.objects.visible_to(self.user).in_force().for_person(self.person).order_by()
        by_year = received.annotate(of=ExtractYear("happened_on")).values("of")
        counted = by_year.annotate(times=Count("pk"), minutes=Sum("minutes"), workers=Count("provider", distinct=True)).order_by("-of")
        return [ServicesOfYear(row["of"], row["times"], row["minutes"], row["workers"]) for row in counted]

    @cached_property
    def last_services(self) -> list[Service]:
        received = Service.objects.visible_to(self.user).in_force().for_person(self.person)
        return list(received.select_related("kind", "provider").newest_first()[:SERVICES_SHOWN])

    @cached_property
    def coordinator(self) -> Service | None:
        """No record names a child's coordinator, so it is the one who helped last; the service says when."""
        received = Service.objects.visible_to(self.user).in_force().for_person(self.person)
        return received.filter(provider_role=ProviderRole.FOSTER_COORDINATOR).select_related("provider").newest_first().first()

    @cached_property
    def working(self) -> list[Assignment]:
        """Who works with the person today, by name."""
        rows = Assignment.objects.visible_to(self.user).on(self.on).filter(person=self.person)
        return list(rows.select_related("user").order_by("during", "pk"))

    @cached_property
    def papers(self) -> list[Paper]:
        return list(Paper.objects.visible_to(self.user).filter(person=self.person)[:20])

    @cached_property
    def plans(self) -> list[AssessmentWithPlan]:
        plans = AssessmentWithPlan.objects.visible_to(self.user).filter(child=self.person)
        return list(plans.select_related("household", "author").order_by("-planned_on")[:10])

    @cached_property
    def statuses(self) -> list[Status]:
        rows = Status.objects.visible_to(self.user).filter(child=self.person)
        return list(rows.select_related("school", "municipality").order_by("kind", "-during"))

    @property
    def plain_statuses(self) -> list[Status]:
        return [one for one in self.statuses if one.kind in (StatusKind.SCHOOL, StatusKind.MUNICIPALITY_OF_ORIGIN)]

    @property
    def health(self) -> list[Status]:
        return [one for one in self.statuses if one.kind in (StatusKind.DISABILITY, StatusKind.SPECIAL_NEEDS)]

    @cached_property
    def relatives(self) -> list[Relative]:
        rows = Relation.objects.visible_to(self.user).of(self.person).select_related("person", "other")
        return relatives_of(self.person, list(rows))

    @cached_property
    def homes(self) -> list[Family]:
        """The households of which the person is a member, with the others of today."""
        rows = Member.objects.visible_to(self.user).filter(person=self.person, during__contains=self.on)
        members = list(rows.select_related("household").prefetch_related("household__members__person"))
        return [Family(str(one.household), str(one.get_role_display()), self._others(one)) for one in members]

    def _others(self, member: Member) -> list[Person]:
        return [one.person for one in member.household.members.all() if one.person_id != self.person.pk and self.on in one.during]

    @property
    def named(self) -> list[UUID | None]:
        """Whoever else is named on the page."""
        guardian = self.guardianship.guardian_id if self.guardianship else None
        families = [other.pk for family in self.homes for other in family.others]
        children: list[UUID | None] = [*(one.child_id for one in self.in_their_care), *(one.child_id for one in self.wards)]
        others = [*(one.person.pk for one in self.relatives), *families, *children]
        return [guardian, *others] if guardian else list(others)

    @cached_property
    def contracts(self) -> list[CarerContract]:
        rows = CarerContract.objects.visible_to(self.user).filter(carer=self.person)
        return list(rows.select_related("dwelling", "household").order_by("-during"))

    @cached_property
    def in_their_care(self) -> list[Stay]:
        return list(Stay.objects.visible_to(self.user).on(self.on).filter(carer=self.person).select_related("child", "dwelling"))

    @cached_property
    def wards(self) -> list[Guardianship]:
        rows = Guardianship.objects.visible_to(self.user).on(self.on).filter(guardian=self.person)
        return list(rows.select_related("child"))

    @cached_property
    def posts(self) -> list[PostHolding]:
        rows = PostHolding.objects.visible_to(self.user).filter(worker=self.person, during__contains=self.on)
        return list(rows.select_related("post__unit"))

    @cached_property
    def other_names(self) -> list[OtherName]:
        return list(self.person.other_names.order_by("during"))

    @cached_property
    def files(self) -> list[Involvement]:
        rows = Involvement.objects.visible_to(self.user).filter(person=self.person)
        return list(rows.select_related("organisation").order_by("during"))

    @cached_property
    def code_looks(self) -> list[tuple[Operation, str]]:
        """Who asked for the personal code, the last ones first."""
        looks = list(Operation.objects.filter(verb=SHOWED, subject=reference(self.person)).order_by("-happened_at")[:5])
        names: dict[UUID | None, str] = {user.pk: str(user) for user in User.objects.filter(pk__in={one.actor_id for one in looks})}
        return [(one, names.get(one.actor_id, "")) for one in looks]
