"""What is missing in the records of the children in care: each gap is a question that a report would stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from globa.care.guardianships import Guardianship
from globa.care.statuses import Status, StatusKind
from globa.care.stays import Stay
from globa.casework.plans import AssessmentWithPlan
from globa.registry.access import opened_to
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.registry.policy import Opens
from globa.web.today.rows import Row, about

SCHOOL_AGES = (7, 15)
NAMED = 3
"""So many of the people of one gap stand on the first page."""


@dataclass(frozen=True)
class Gap:
    """One kind of thing that is missing, and of whom."""

    code: str
    title: str
    people: list[Person]

    @property
    def named(self) -> list[Person]:
        return self.people[:NAMED]

    @property
    def more(self) -> int:
        return len(self.people) - len(self.named)

    @property
    def address(self) -> str:
        return reverse("today-listed", args=["missing"])


def gaps(user: User, on: date) -> list[Gap]:
    """Of the children in care whose file the user reads: of the others nobody could say whether something is missing; one query."""
    children = list(_in_care(user, on))
    return [Gap(code, str(title), people) for code, title, lacks in KINDS if (people := [one for one in children if lacks(one, on)])]


def _in_care(user: User, on: date) -> Iterable[Person]:
    lives = Exists(Stay.objects.on(on).order_by().filter(child=OuterRef("pk")))
    guarded = Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("pk")))
    unpapered = Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("pk"), paper=None))
    planned = Exists(AssessmentWithPlan.objects.filter(child=OuterRef("pk")))
    schooled = Exists(Status.objects.filter(child=OuterRef("pk"), kind=StatusKind.SCHOOL, during__contains=on))
    read = Person.objects.surviving().filter(pk__in=opened_to(user, Opens.FILE))
    seen = read.annotate(lives=lives, guarded=guarded, unpapered=unpapered)
    return (
        seen.annotate(planned=planned, schooled=schooled)
        .filter(Q(lives=True) | Q(guarded=True))
        .order_by("family_name", "given_name", "pk")
    )


def _is_of_school_age(child: Person, on: date) -> bool:
    age = child.age_on(on)
    return age is not None and SCHOOL_AGES[0] <= age <= SCHOOL_AGES[1]


def _lacks_a_school(child: Any, on: date) -> bool:
    return bool(child.lives and not child.schooled and _is_of_school_age(child, on))


KINDS: tuple[tuple[str, str | Promise, Callable[..., bool]], ...] = (
    ("guardian", _("Who represents the child by law"), lambda child, on: not child.guarded),
    ("plan", _("Needs assessment with a plan"), lambda child, on: not child.planned),
    ("act", _("Act or ruling of the guardianship"), lambda child, on: child.unpapered),
    ("birth", _("Date of birth"), lambda child, on: child.birth_date is None),
    (
        "school",
        _("School of a child who lives here"),
        lambda child, on: child.lives and not child.schooled and _is_of_school_age(child, on),
    ),
)


def as_rows(found: Iterable[Gap], on: date) -> list[Row]:
    return [about(child, gap.title, reverse("people-person", args=[child.pk]), on) for gap in found for child in gap.people]
