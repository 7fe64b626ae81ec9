"""
Different people, and over what they were told apart.

Who came to two activities is one person of the measure and one of each activity, so such numbers have no sum: it would be
uses. Everything here is worked out of groups of people who were in exactly the same things, of which only their number is known.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Generic, NoReturn, TypeVar

from globa.indicators.disclosure import Disclosure
from globa.indicators.refusals import PersonsDoNotAddUp
from globa.vocabulary.words import message as _

Thing = TypeVar("Thing", bound=Hashable)


class Over(Enum):
    """Within what one person is counted once."""

    ACTIVITY = ("activity", _("each activity"))
    BODY = ("body", _("the responsible body"))
    MEASURE = ("measure", _("the measure"))
    MUNICIPALITY = ("municipality", _("the municipality"))

    def __init__(self, code: str, title: str) -> None:
        self.code = code
        self.title = title


@dataclass(frozen=True)
class People:
    """So many different people. Adding two such numbers is refused, also by `sum`; `uses` may be added."""

    count: int
    over: Over
    disclosure = Disclosure.SMALL_HIDDEN

    @property
    def numbers(self) -> tuple[int, ...]:
        return (self.count,)

    @property
    def uses(self) -> int:
        """In how many activities a person took part: what the number is worth in a sum."""
        return self.count

    def __add__(self, other: object) -> NoReturn:
        added = other.count if isinstance(other, People) else other
        raise PersonsDoNotAddUp(self.over.title, self.count + added if isinstance(added, int) else self.count)

    __radd__ = __add__


@dataclass(frozen=True)
class Crowd(Generic[Thing]):
    """How many people were in exactly each set of things: `groups` names nobody, and says all about who is in several."""

    groups: tuple[tuple[frozenset[Thing], int], ...]

    @cached_property
    def _among(self) -> dict[Thing, set[int]]:
        """By thing the places of the groups that were in it."""
        found: dict[Thing, set[int]] = {}
        for place, (things, _count) in enumerate(self.groups):
            for thing in things:
                found.setdefault(thing, set()).add(place)
        return found

    def in_any(self, things: Iterable[Thing]) -> int:
        """How many were in at least one of the things."""
        return self._count(self._places(things))

    def in_both(self, one: Collection[Thing], other: Collection[Thing]) -> int:
        """How many were in at least one of these and at least one of those."""
        return self._count(self._places(one) & self._places(other))

    def _places(self, things: Iterable[Thing]) -> set[int]:
        return set().union(*(self._among.get(thing, ()) for thing in things))

    def _count(self, places: Iterable[int]) -> int:
        return sum(self.groups[place][1] for place in places)
