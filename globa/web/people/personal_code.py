"""A personal code is shown when somebody asks, and who asked is written down first."""

from __future__ import annotations

from globa.journal.operations import Actor, operation
from globa.registry.organisations import Organisation
from globa.registry.people import Person

SHOWED = "registry.showed_personal_code"


def shown(person: Person, *, by: Actor, organisation: Organisation | None) -> str:
    with operation(SHOWED, by=by, about=person, organisation_id=organisation.pk if organisation else None):
        return person.personal_code
