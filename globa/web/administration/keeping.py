"""Whose affairs the signed-in user keeps: the own institution, and the organisations administered in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.http import Http404

from globa.journal.operations import Operation, reference
from globa.registry.access import administered_by, keeps_lists
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.web.administration.words import called
from globa.web.whereabouts import PlacedRequest

TOLD = 30


@dataclass(frozen=True)
class Keeping:
    request: PlacedRequest
    organisation: Organisation
    places: list[Organisation]

    @property
    def user(self) -> User:
        return self.request.user

    @property
    def keys(self) -> list[UUID]:
        return [place.pk for place in self.places]

    def place(self, pk: UUID) -> Organisation:
        """One that the user administers; of any other there is no page."""
        found = next((place for place in self.places if place.pk == pk), None)
        if found is None:
            raise Http404
        return found

    def working(self) -> list[tuple[Organisation, str]]:
        """The places that work today or will, for a list to choose from."""
        open_ones = [one for one in self.places if one.during is None or one.during.upper is None or one.during.upper > today()]
        return [(one, str(one)) for one in open_ones]

    def keeps_lists(self) -> bool:
        return keeps_lists(self.user)

    def workers(self) -> list[tuple[Person, str]]:
        """Whom the institution knows as its workers, by name."""
        known = (
            Person.objects.visible_to(self.user)
            .surviving()
            .filter(involvements__purpose="work", involvements__organisation=self.organisation, involvements__during__contains=today())
        )
        return [(one, one.name) for one in known.distinct()]


def keeping(request: PlacedRequest) -> Keeping:
    """The gate let the role in; somebody who administers nothing today finds nothing."""
    if request.organisation is None:
        raise Http404
    places = list(administered_by(request.user).order_by("name"))
    if not places:
        raise Http404
    return Keeping(request, request.organisation, places)


@dataclass(frozen=True)
class Told:
    operation: Operation
    what: str
    by: str


def told(user: User, *records: models.Model) -> Sequence[Told]:
    """What was done with the records, the newest first; two queries."""
    done = list(Operation.objects.filter(subject__in=[reference(one) for one in records]).order_by("-happened_at")[:TOLD])
    names = dict(User.objects.filter(pk__in={one.actor_id for one in done if one.actor_id}).values_list("pk", "name"))
    return [Told(one, called(one.verb), names.get(one.actor_id, "") if one.actor_id else "") for one in done]
