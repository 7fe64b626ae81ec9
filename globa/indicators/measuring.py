"""
A measure of a plan by what feeds it: people, cases, acts and hours side by side, never one for the other.

People are told apart over whatever is asked for - an activity, a body, the measure, the municipality - and each number says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import combinations

from globa.indicators.gathering import TABLES_OF, Gathered, Kind, Tally
from globa.indicators.people import Over, People
from globa.indicators.scope import Scope
from globa.indicators.value import HUNDREDTH, MINUTES_IN_AN_HOUR

ACTS = ("services", "events")
CASES = ("residences", "guardianships", "contracts", "cases")


@dataclass(frozen=True)
class Feeding:
    """
    An activity as records know it: what (`TABLES_OF`), of which codes (none: any), paid by which payer (empty: whoever), and where.
    """

    what: str
    codes: frozenset[str]
    payer: str
    organisations: frozenset[str]

    def takes(self, kind: Kind) -> bool:
        return (
            kind.what == self.what
            and kind.organisation in self.organisations
            and (not self.codes or kind.code in self.codes)
            and (not self.payer or kind.payer == self.payer)
        )

    def only_in(self, organisation: str) -> Feeding:
        return self if self.organisations == {organisation} else replace(self, organisations=frozenset({organisation}))


@dataclass(frozen=True)
class SideBySide:
    """
    What was counted of some activities together; None is "not recorded", or nothing that such activities have.

    `attendances` are all who stood in the rows, a person as often as she came, and `unnamed` how many of these nobody named and so
    nobody can tell apart. `cases` lasted, `acts` happened on a day.
    """

    people: People | None
    cases: int | None
    acts: int | None
    hours: Decimal | None
    attendances: int = 0
    unnamed: int = 0
    not_recorded_by: tuple[str, ...] = ()

    @property
    def recorded(self) -> bool:
        return (self.people, self.cases, self.acts) != (None, None, None)


@dataclass(frozen=True)
class Overlap:
    """How many people were in both of two activities, by their places."""

    one: int
    other: int
    people: People


@dataclass(frozen=True)
class Fed:
    """What activities take: kinds of rows, the fact tables that are recorded, and who does not record them."""

    kinds: frozenset[Kind]
    tables: frozenset[str]
    missing: frozenset[str]


@dataclass(frozen=True)
class Measured:
    """What was gathered, asked by activities. `scope` is the whole plan's: its organisations and what they record."""

    gathered: Gathered
    scope: Scope
    taken: dict[Feeding, Fed] = field(default_factory=dict, repr=False)
    counted: dict[tuple[Sequence[Feeding], Over], SideBySide] = field(default_factory=dict, repr=False)
    """Worked out once: the same rows feed many measures, and are asked for alone, with others and by body."""

    @cached_property
    def _kinds(self) -> dict[tuple[str, str], list[Kind]]:
        found: dict[tuple[str, str], list[Kind]] = {}
        for kind in dict.fromkeys(kind for kinds in self.gathered.tallies.values() for kind in kinds):
            found.setdefault((kind.what, kind.organisation), []).append(kind)
        return found

    def side_by_side(self, activities: Sequence[Feeding], over: Over) -> SideBySide:
        """People, cases, acts and hours of the activities together: what two of them share is counted once."""
        key = (tuple(activities), over)
        if key not in self.counted:
            self.counted[key] = self._count(self._together(activities), over)
        return self.counted[key]

    def _count(self, fed: Fed, over: Over) -> SideBySide:
        kinds, tables = fed.kinds, fed.tables
        people = People(self.gathered.crowd.in_any(kinds), over) if tables & self._naming else None
        acts, cases = (self._rows(kinds, tables.intersection(names)) for names in (ACTS, CASES))
        stood = [tally for table in tables for tally in self._of(table, kinds)]
        return SideBySide(
            people, cases, acts, self._hours(kinds, tables), sum(one.heads for one in stood), sum(one.unnamed for one in stood),
            tuple(sorted(fed.missing)),
        )  # fmt: skip

    def overlaps(self, activities: Sequence[Feeding]) -> list[Overlap]:
        """Every two activities that name people."""
        fed = [self._taken(one) for one in activities]
        kinds = [one.kinds if one.tables & self._naming else None for one in fed]
        return [
            Overlap(one, other, People(self.gathered.crowd.in_both(these, those), Over.MEASURE))
            for (one, these), (other, those) in combinations(enumerate(kinds), 2)
            if these is not None and those is not None
        ]

    def _together(self, activities: Iterable[Feeding]) -> Fed:
        each = [self._taken(one) for one in activities]
        kinds, tables, missing = ([getattr(one, name) for one in each] for name in ("kinds", "tables", "missing"))
        return Fed(frozenset[Kind]().union(*kinds), frozenset[str]().union(*tables), frozenset[str]().union(*missing))

    def _taken(self, activity: Feeding) -> Fed:
        if activity not in self.taken:
            kinds = (kind for organisation in activity.organisations for kind in self._kinds.get((activity.what, organisation), ()))
            without = {table: self._not_recording[table] for table in TABLES_OF[activity.what]}
            recorded = (table for table, lacking in without.items() if activity.organisations - lacking)
            missing = frozenset[str]().union(*(activity.organisations & lacking for lacking in without.values()))
            self.taken[activity] = Fed(frozenset(filter(activity.takes, kinds)), frozenset(recorded), missing)
        return self.taken[activity]

    @cached_property
    def _naming(self) -> frozenset[str]:
        return frozenset(table for table, feed in self.gathered.feeds.items() if "person" in feed.pieces)

    def _of(self, table: str, kinds: Iterable[Kind]) -> Iterator[Tally]:
        tallies = self.gathered.tallies.get(table, {})
        yield from (tallies[kind] for kind in kinds if kind in tallies)

    def _rows(self, kinds: Iterable[Kind], tables: Iterable[str]) -> int | None:
        """None where no such table is recorded."""
        counts = [sum(tally.rows for tally in self._of(table, kinds)) for table in tables]
        return sum(counts) if counts else None

    def _hours(self, kinds: Iterable[Kind], tables: frozenset[str]) -> Decimal | None:
        timed = tables.intersection(ACTS)
        minutes = sum(tally.minutes for table in timed for tally in self._of(table, kinds))
        return (Decimal(minutes) / MINUTES_IN_AN_HOUR).quantize(HUNDREDTH, ROUND_HALF_UP) if timed else None

    @cached_property
    def _not_recording(self) -> dict[str, frozenset[str]]:
        return {table: frozenset(self.scope.not_recording(table, feed.when)) for table, feed in self.gathered.feeds.items()}
