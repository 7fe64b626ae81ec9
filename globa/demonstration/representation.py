"""Who represents each child by law: a timeline of its own, some days off the one of where the child lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from globa.care.guardianships import Guardianship, record_many
from globa.demonstration.children import Residence, day, of_age_on
from globa.demonstration.organisations import paper
from globa.demonstration.world import LAST_DAY, Family, World, keep
from globa.registry.papers import Paper
from globa.registry.people import Person

# Coming of age ends a guardianship by law; what the records foresee of it reaches so far.
FORESEEN = date(2026, 12, 31)
ENDS = {"parents": "returned_to_parents", "adopted": "adopted", "came_of_age": "came_of_age"}
# Since April 2023 the mayor signs what the director of the administration had signed.
MAYOR_SIGNS = date(2023, 4, 1)


@dataclass
class Register:
    """The guardianships of the centre while they are gathered, with the acts and rulings that they stand on."""

    world: World
    guardianships: list[Guardianship] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)

    def add(self, child: Person, kind: str, form: str, since: date, until: date | None, ended_by: str, **who: object) -> None:
        """Add one time of one guardian, cut at coming of age."""
        grown = of_age_on(child)
        if grown <= min(until or FORESEEN, FORESEEN):
            until, ended_by = grown, "came_of_age"
        if until is not None and since >= until:
            return
        act = self._act(kind, since, child)
        self.guardianships.append(
            Guardianship(
                organisation=self.world.centre,
                child=child,
                kind=kind,
                form=form,
                during=(since, until),
                ended_by=ended_by,
                paper=act,
                **who,
            )
        )

    def _act(self, kind: str, since: date, child: Person) -> Paper:
        number = len(self.papers) + 101
        if kind == "permanent":
            act = paper(self.world, "court_ruling", f"N2-{number}-{since.year % 100}", since, "Apylinkės teismas", person=child)
        else:
            issuer = "Savivaldybės meras" if since >= MAYOR_SIGNS else "Savivaldybės administracijos direktorius"
            act = paper(self.world, "municipal_act", f"V-{number}", since, issuer, person=child)
        self.papers.append(act)
        return act

    def save(self) -> None:
        keep("demonstration.papers", list(self.papers), self.world.by)
        record_many(guardianships=self.guardianships, by=self.world.by)


def ruled_on(world: World, residence: Residence) -> date | None:
    """The day on which the guardianship of the centre ends for a child who left, before or about the day of leaving."""
    if residence.left is None:
        return None
    if residence.destination in ("came_of_age", "adopted"):
        return residence.left
    if residence.destination == "other_institution":
        return residence.left + timedelta(days=2)
    return residence.left - timedelta(days=world.random.randint(1, 5))


def represent(register: Register, residence: Residence, form: str) -> date | None:
    """Make the institution or the foster centre the guardian, first temporarily; return the day on which that ends."""
    if residence.row.get("permanent") == "none":
        return None
    until = ruled_on(register.world, residence)
    ended_by = ENDS.get(residence.destination, "changed_guardian") if until else ""
    for kind, since, end in _times(register.world, residence, until):
        register.add(residence.child, kind, form, since, end, ended_by if end == until else "changed_guardian")
    return until


def _times(world: World, residence: Residence, until: date | None) -> Iterator[tuple[str, date, date | None]]:
    began = residence.came + timedelta(days=world.random.randint(1, 5))
    permanent = _permanent_since(world, residence)
    if permanent is None or (until is not None and permanent >= until):
        yield "temporary", began, until
        return
    if began < permanent:
        yield "temporary", began, permanent
    yield "permanent", permanent, until


def _permanent_since(world: World, residence: Residence) -> date | None:
    """The court's ruling: the day that the list says, none at all, or within the year that a temporary one may last."""
    said = residence.row.get("permanent", "")
    if said == "-":
        return None
    ruled = day(said) or residence.came + timedelta(days=world.random.randint(220, 340))
    return ruled if ruled <= LAST_DAY else None


@dataclass(frozen=True)
class Bond:
    """A child in the care of a family for a time: whom the foster centre helps."""

    child: Person
    family: Family
    role: str
    since: date
    until: date | None

    def holds_on(self, when: date) -> bool:
        return self.since <= when and (self.until is None or when < self.until)
