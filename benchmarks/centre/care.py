"""Children in homes and with on-duty carers: stays that follow each other, days away, guardianship, schools and needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.centre.world import OPENED, World, since
from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.dwellings import Bed, Capacity, Dwelling
from globa.care.guardianships import Guardianship
from globa.care.statuses import Status
from globa.care.stays import Stay
from globa.registry.involvement import Purpose
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.people import Person
from globa.registry.schools import School

HOME, CARER = "community_home", "on_duty_carer"
ORIGINS = ("parents", "parents", "temporary_guardians", "permanent_guardians", "other_institution", "unaccompanied", "other")
DESTINATIONS = (
    "parents", "came_of_age", "other_institution", "permanent_guardianship_abroad", "permanent_guardianship_domestic",
    "temporary_guardians", "adopted", "ran_away",
)  # fmt: skip


@dataclass
class _Place:
    """A bed and the days on which somebody sleeps in it."""

    bed: Bed
    kind: str
    carer: Person | None = None
    taken: list[tuple[date, date]] = field(default_factory=list)

    def is_free(self, begins: date, ends: date) -> bool:
        stands: date = self.bed.during.lower
        return stands <= begins and all(ends <= first or last <= begins for first, last in self.taken)


@dataclass
class _Child:
    person: Person
    stays: list[Stay]
    municipality: Organisation

    @property
    def began(self) -> date:
        return self.stays[0].began_on

    @property
    def ended(self) -> date | None:
        return self.stays[-1].ended_on


def fill(world: World) -> None:
    places = [*_homes(world), *_carers(world)]
    # A place is slept in for a year and a half at a time, over the years counted and the two before.
    years = len(world.size.years) + 2
    came = sorted(world.day(world.size.begins - timedelta(days=730), world.size.ends) for _ in range(len(places) * years * 2 // 3))
    children = [child for day in came if (child := _lived(world, places, day))]
    world.children = [child.person for child in children]
    world.write([stay for child in children for stay in child.stays])
    world.write([away for child in children for stay in child.stays for away in _away(world, stay)])
    world.write([one for child in children for one in _guardianships(world, child)])
    schools = _schools()
    world.write([status for child in children for status in _statuses(world, child, schools)])


def _homes(world: World) -> list[_Place]:
    dwellings, beds, capacities = [], [], []
    for number in range(world.size.homes):
        unit = Organisation(id=world.key(), code=f"generated-home-{number}", kind=OrganisationKind.HOME_GROUP, name=f"Namai {number}")
        world.place(unit, below=world.institution)
        home = world.new(Dwelling, code=f"generated-home-{number}", kind=HOME, name=unit.name, unit=unit, during=since(OPENED))
        dwellings.append(home)
        capacities += _capacities(world, home)
        beds += [world.new(Bed, dwelling=home, name=str(bed), during=since(OPENED)) for bed in range(world.size.beds_a_home)]
        beds.append(world.new(Bed, dwelling=home, name="extra", is_extra=True, reason="naktis", during=since(world.size.begins)))
    world.write(dwellings)
    world.write(capacities)
    world.write(beds)
    return [_Place(bed, HOME) for bed in beds]


def _capacities(world: World, home: Dwelling) -> list[Capacity]:
    """The places of a third of the homes change."""
    if world.dice.random() > 0.33:
        return [world.new(Capacity, dwelling=home, places=world.size.beds_a_home, during=since(OPENED))]
    changed = world.day(world.size.begins, world.size.ends)
    return [
        world.new(Capacity, dwelling=home, places=world.size.beds_a_home - 1, during=since(OPENED, changed)),
        world.new(Capacity, dwelling=home, places=world.size.beds_a_home, during=since(changed)),
    ]


def _carers(world: World) -> list[_Place]:
    contracts, places = [], []
    for number in range(world.size.carers):
        carer, home = world.adult(Purpose.GUARDIANSHIP), world.household(f"Budintys {number}")
        world.carers.append((carer, home))
        kind = CARER if number % 5 else "permanent_carer"
        dwelling = world.new(Dwelling, code=f"generated-carer-{number}", kind=kind, name=str(number), household=home, during=since(OPENED))
        began = world.day(world.size.begins - timedelta(days=900), world.size.ends - timedelta(days=200))
        several = world.dice.randint(1, 3)
        world.write([dwelling])
        beds = [world.new(Bed, dwelling=dwelling, name=str(bed), during=since(began)) for bed in range(several)]
        world.write(beds)
        contracts += _contracts(world, carer, dwelling, several, began)
        places += [_Place(bed, kind, carer) for bed in beds]
    world.write(contracts)
    return places


def _contracts(world: World, carer: Person, dwelling: Dwelling, places: int, began: date) -> list[CarerContract]:
    """Half of the contracts are made anew after a time, for another number of children."""
    renewed = began + timedelta(days=world.dice.randint(100, 700)) if world.dice.random() < 0.5 else None
    times = [(began, renewed, places), *([(renewed, None, places + 1)] if renewed else [])]
    return [
        world.new(
            CarerContract, carer=carer, household_id=dwelling.household_id, dwelling=dwelling, kind=dwelling.kind, places=several,
            age_from=world.dice.choice([0, 0, 3]), age_to=world.dice.choice([6, 12, 17]), during=since(first, last),
        )
        for first, last, several in times
    ]  # fmt: skip


def _lived(world: World, places: list[_Place], came: date) -> _Child | None:
    """From arrival to leaving, sometimes over several places; None when every bed is taken."""
    municipality, child = world.dice.choice(world.municipalities), None
    stays: list[Stay] = []
    began: date = came
    while True:
        ended = began + timedelta(days=world.dice.randint(40, 900))
        place = _free(world, places, began, ended)
        if place is None:
            break
        if child is None:
            child = world.child(before=came, oldest=17)
        origin = world.dice.choice(ORIGINS) if not stays else _flow(stays[-1].setting, place.kind, stays[-1].setting)
        if stays:
            stays[-1].destination = _flow(stays[-1].setting, place.kind, place.kind)
        stays.append(_stay(world, child, place, began, ended, origin, municipality))
        if world.dice.random() > 0.3 or ended >= world.size.ends:
            break
        began = ended
    return _Child(child, stays, municipality) if child else None


def _free(world: World, places: list[_Place], began: date, ended: date) -> _Place | None:
    """Seldom an extra bed, and when no other is free."""
    free = [place for place in places if place.is_free(began, ended)]
    counted = [place for place in free if not place.bed.is_extra]
    if not free:
        return None
    found: _Place = world.dice.choice(counted if counted and world.dice.random() > 0.1 else free)
    found.taken.append((began, ended))
    return found


def _flow(of: str, to: str, seen: str) -> str:
    if of == to:
        return "same_institution"
    return seen if seen in (HOME, CARER) else "other"


def _stay(world: World, child: Person, place: _Place, began: date, ended: date, origin: str, municipality: Organisation) -> Stay:
    """Who would leave after the last year still lives there."""
    lasts = ended >= world.size.ends
    return world.new(
        Stay, child=child, dwelling_id=place.bed.dwelling_id, setting=place.kind, bed=place.bed, carer=place.carer,
        during=since(began, None if lasts else ended), origin=origin, destination="" if lasts else world.dice.choice(DESTINATIONS),
        municipality_of_origin=municipality if world.dice.random() < 0.9 else None,
    )  # fmt: skip


def _away(world: World, stay: Stay) -> Iterator[AwayTime]:
    """Some days away every few months, one after the other."""
    kinds = ("hosting", "hosting", "respite", "hospital", "camp", "socialisation_centre")
    ends = stay.ended_on or world.size.ends
    began = stay.began_on + timedelta(days=world.dice.randint(20, 200))
    while (back := began + timedelta(days=world.dice.randint(1, 25))) <= ends:
        kind = world.dice.choice(kinds)
        host = world.dice.choice(world.hosts) if kind == "hosting" else None
        yield world.new(
            AwayTime, stay=stay, child_id=stay.child_id, kind=kind, host_household=host, country=host.country if host else "LT",
            during=since(began, back),
        )  # fmt: skip
        began = back + timedelta(days=world.dice.randint(30, 250))


def _guardianships(world: World, child: _Child) -> Iterator[Guardianship]:
    """Of the institution or of the foster centre while the child lives here; after it sometimes of hosts abroad."""
    form = "foster_centre" if child.stays[0].setting == CARER else "institution"
    turned = child.began + timedelta(days=world.dice.randint(30, 365))
    ended = child.ended
    if ended and ended <= turned:
        turned = ended
    yield world.new(
        Guardianship, child=child.person, kind="temporary", form=form, during=since(child.began, turned), ended_by="changed_guardian"
    )
    if not ended or turned < ended:
        why = "changed_guardian" if ended else ""
        yield world.new(Guardianship, child=child.person, kind="permanent", form=form, during=since(turned, ended), ended_by=why)
    if ended and child.stays[-1].destination == "permanent_guardianship_abroad":
        host = world.dice.choice(world.hosts)
        yield world.new(
            Guardianship, child=child.person, kind="permanent", form="family", household=host, relation="non_kin", during=since(ended)
        )


def _schools() -> list[School]:
    for number in range(4):
        School.objects.get_or_create(code=f"generated-school-{number}", defaults={"name": f"Mokykla {number}", "kind": "general"})
    return list(School.objects.filter(code__startswith="generated-school-").order_by("code"))


def _statuses(world: World, child: _Child, schools: list[School]) -> Iterator[Status]:
    """Known from before the child came, with another school from some day; it goes on after the child has left."""
    dice, known = world.dice, child.began - timedelta(days=100)
    changed = world.day(child.began, max(world.size.ends, child.began + timedelta(days=1)))
    yield world.new(Status, child=child.person, kind="school", school=dice.choice(schools), during=since(known, changed))
    yield world.new(Status, child=child.person, kind="school", school=dice.choice(schools), during=since(changed))
    yield world.new(Status, child=child.person, kind="municipality_of_origin", municipality=child.municipality, during=since(known))
    for kind, share in (("disability", 0.3), ("special_needs", 0.4)):
        if dice.random() < share:
            condition, level = dice.choice(["intellectual", "physical", "speech"]), dice.choice(["small", "moderate", "large", "severe"])
            yield world.new(Status, child=child.person, kind=kind, condition=condition, level=level, during=since(known))
