"""A carer with an account of her own, for whom the test acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from globa.casework.carers import satisfaction
from globa.casework.carers.satisfaction import Survey
from globa.journal.operations import acting
from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.people import Person
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping


def carer_of(at: Place, as_owner: Stepping, name: str = "rasa", person: Person | None = None) -> User:
    found = person or builders.person(at, name.capitalize(), purpose="guardianship")
    with as_owner():
        user = builders.account(f"{name}@carers.example", at.organisation, Role.ON_DUTY_CARER)
        user.person = found
        user.save(update_fields=["person"])
    return user


@contextmanager
def as_carer(user: User, at: Place) -> Iterator[User]:
    from django.db import connection

    with connection.cursor() as cursor:
        with acting(user):
            yield user
        cursor.execute("SELECT set_config('globa.actor', %s, true)", [str(at.worker.pk)])


def survey_of(at: Place, *users: User, **details: object) -> Survey:
    people = [user.person for user in users if user.person]
    said = {"sentence": "How content are you with the help?", "closes_on": builders.date(2100, 1, 1)} | details
    return satisfaction.ask(organisation=at.organisation, people=people, by=at.worker, **said)  # type: ignore[arg-type]
