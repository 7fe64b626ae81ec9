"""The accounts of the demonstration, joined to the people who work at its centres."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from globa.demonstration.accounts import ACCOUNTS, PASSWORD
from globa.demonstration.world import FIRST_DAY, keep
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.people import Person


def make(tree: dict[str, Organisation]) -> dict[str, User]:
    """Make the accounts, each with its appointment since the first day that is recorded."""
    password = make_password(PASSWORD)
    users = {
        account.email: User(email=account.email, name=account.name, password=password, language="lt", is_staff=False)
        for account in ACCOUNTS
    }
    keep("demonstration.accounts", list(users.values()), None)
    appointments = [
        Appointment(user=users[one.email], organisation=tree[one.organisation], role=one.role, during=(FIRST_DAY, None)) for one in ACCOUNTS
    ]
    keep("demonstration.accounts", appointments, None)
    return users


def belong(users: dict[str, User], workers: dict[str, Person]) -> None:
    """Join each account to its person; `workers` by full name."""
    joined = [users[account.email] for account in ACCOUNTS if account.name in workers]
    for user in joined:
        user.person = workers[user.name]
    User.objects.bulk_update(joined, ["person"])
