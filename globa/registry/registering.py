"""Recording a person and opening the organisation's file on them: one step, for a person whom nobody knows is seen by nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from globa.journal.operations import Actor, operation
from globa.registry.assignments import assign_who_registers
from globa.registry.involvement import Involvement, Purpose
from globa.registry.organisations import Organisation
from globa.registry.people import Person


def register(
    *, organisation: Organisation, by: Actor | None, personal_code: str = "", purpose: str = Purpose.CARE, since: date, **details: Any
) -> Person:
    """Record a person and open the organisation's file on them from `since`."""
    person = Person(**details)
    if personal_code:
        person.set_personal_code(personal_code)
    with operation("registry.register", by=by, about=person, organisation_id=organisation.pk):
        # The file first: without it the writer could not see the row that it has just made.
        Involvement.objects.create(person_id=person.pk, organisation=organisation, purpose=purpose, during=(since, None))
        assign_who_registers(person.pk, organisation, by)
        person.save(force_insert=True)
    return person


def register_many(*, organisation: Organisation, people: Sequence[tuple[Person, str, date]], by: Actor | None) -> list[Person]:
    """Record people as one operation; with each the purpose of the organisation's file and the day it is open from."""
    with operation("registry.register", by=by, about=people[0][0], organisation_id=organisation.pk):
        Involvement.objects.bulk_create(
            Involvement(person_id=person.pk, organisation=organisation, purpose=purpose, during=(since, None))
            for person, purpose, since in people
        )
        return Person.objects.bulk_create(person for person, _purpose, _since in people)
