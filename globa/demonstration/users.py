"""The accounts of the demonstration, joined to the people who work at its centres."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import make_password

from globa.casework.services import Recipient
from globa.demonstration.accounts import ACCOUNTS, PASSWORD
from globa.demonstration.world import FIRST_DAY, keep
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.assignments import BY_NAME, Assignment
from globa.registry.involvement import Involvement
from globa.registry.organisations import Organisation
from globa.registry.people import Person

LAST_YEAR = date(2024, 1, 1)


def make(tree: dict[str, Organisation]) -> dict[str, User]:
    """Make the accounts, each with its appointment since the first day that is recorded."""
    password = make_password(PASSWORD)
    users = {
        account.email: User(email=account.email, name=account.name, password=password, language="lt", is_staff=False)
        for account in ACCOUNTS
    }
    keep("demonstration.accounts", list(users.values()), None)
    appointments = [
        Appointment(user=users[one.email], organisation=tree[one.home_group or one.organisation], role=one.role, during=(FIRST_DAY, None))
        for one in ACCOUNTS
    ]
    keep("demonstration.accounts", appointments, None)
    return users


def assign(users: dict[str, User]) -> None:
    """Those whom a worker helped in the last recorded year are the worker's own since then."""
    for account in ACCOUNTS:
        user = users[account.email]
        if account.role not in BY_NAME or user.person is None:
            continue
        centre = Appointment.objects.get(user=user).organisation
        helped = Recipient.objects.filter(service__provider=user.person, service__happened_on__gte=LAST_YEAR).values_list(
            "person_id", flat=True
        )
        known = Involvement.objects.filter(organisation=centre, person__in=helped).order_by("person_id")
        mine = [
            Assignment(organisation=centre, person_id=person, user=user, role=account.role, during=(LAST_YEAR, None))
            for person in known.values_list("person_id", flat=True).distinct()
        ]
        keep("demonstration.assignments", mine, None)


def belong(users: dict[str, User], workers: dict[str, Person]) -> None:
    """Join each account to its person; `workers` by full name."""
    joined = [users[account.email] for account in ACCOUNTS if account.name in workers]
    for user in joined:
        user.person = workers[user.name]
    User.objects.bulk_update(joined, ["person"])
