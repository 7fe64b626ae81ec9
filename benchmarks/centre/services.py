"""Services given, with their recipients: by far the most rows of a centre."""

from __future__ import annotations

from datetime import date

from benchmarks.centre.world import World
from globa.casework.services import Recipient, Service
from globa.registry.catalogue import CatalogueService
from globa.registry.households import Household
from globa.registry.people import Person

KINDS = ("consultation", "home_visit", "mediation", "information", "psychologist_consultation", "transport", "review", "respite")
ROLES = {"foster_coordinator": 55, "psychologist": 15, "attested_person": 15, "social_worker": 10, "care_assistant": 5}
SETTINGS = {"home": 30, "centre": 40, "phone": 20, "online": 5, "school": 3, "other": 2}


def fill(world: World) -> None:
    kinds = _kinds()
    services: list[Service] = []
    recipients: list[Recipient] = []
    for year in world.size.years:
        for number, day in enumerate(world.working_days(year, world.size.services_a_year), start=1):
            service = _service(world, kinds, day, number)
            services.append(service)
            recipients += [
                world.new(Recipient, service=service, person=person, role=role, household=household)
                for person, role, household in _who(world, day)
            ]
    world.write(services)
    world.write(recipients)


def _kinds() -> list[CatalogueService]:
    for code in KINDS:
        CatalogueService.objects.get_or_create(code=code, defaults={"name": code, "name_en": code, "group": "foster_centre"})
    return list(CatalogueService.objects.filter(code__in=KINDS).order_by("code"))


def _service(world: World, kinds: list[CatalogueService], day: date, number: int) -> Service:
    dice = world.dice
    (role,) = dice.choices(list(ROLES), list(ROLES.values()))
    (setting,) = dice.choices(list(SETTINGS), list(SETTINGS.values()))
    return world.new(
        Service, year=day.year, number=number, kind=dice.choice(kinds), happened_on=day, minutes=dice.choice([15, 30, 45, 60, 90, 120]),
        setting=setting, provider=dice.choice(world.workers[role]), provider_role=role,
        payer=dice.choice(world.payers) if dice.random() < 0.15 else None,
        recorded_on=day, withdrawn_on=day if dice.random() < 0.005 else None,
    )  # fmt: skip


def _who(world: World, day: date) -> list[tuple[Person, str, Household | None]]:
    """About one and a half a service: guardians and wards, applicants, children in care and their carers."""
    dice = world.dice
    groups: list[tuple[str, list[tuple[Person, Household]]]] = [
        ("guardian", world.guardians), ("child", world.wards), ("applicant", world.applicants), ("on_duty_carer", world.carers),
    ]  # fmt: skip
    found: dict[object, tuple[Person, str, Household | None]] = {}
    for _ in range(dice.choices([1, 2, 3], [60, 30, 10])[0]):
        role, people = dice.choices(groups, [40, 40, 15, 5])[0]
        person, household = dice.choice(people)
        if person.birth_date and person.birth_date > day:
            role, (person, household) = "guardian", dice.choice(world.guardians)
        named = world.as_recorded(person)
        found[named.pk] = (named, role, None if dice.random() < 0.1 else household)
    return list(found.values())
