"""Somebody is let in: an account, a role at a place from a day on, and a letter with a link that works once."""

from __future__ import annotations

from datetime import date

from globa.journal.operations import Actor, operation
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.leaving import come_back
from globa.registry.accounts.users import User
from globa.registry.letters import Kind, send_letter
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message


class SignsInAlready(Refusal):
    at = "email"

    def __init__(self, email: str) -> None:
        super().__init__(
            message("“%(email)s” already has this role there. Nothing was added: look at the list of accounts."), email=email
        )


def invite(
    *, email: str, name: str, organisation: Organisation, role: str, since: date, by: User, person: Person | None = None
) -> User:
    """
    Make an account without a password, give it a role, and write the letter.

    Who already signs in gets the role only, keeps the own name and password, and no letter: the place is there at the next sign-in.
    A closed account is opened again and invited as a new one.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    about = user or User(email=User.objects.normalize_email(email.strip()), name=name.strip(), person=person)
    with operation("accounts.invite", by=by, about=about, organisation_id=organisation.pk):
        if user is None:
            about.set_unusable_password()
            about.save(force_insert=True)
        elif not user.is_active:
            come_back(user=user, by=by, reason="")
        elif Appointment.objects.filter(user=user, organisation=organisation, role=role, during__contains=since).exists():
            raise SignsInAlready(user.email)
        Appointment.objects.create(user=about, organisation=organisation, role=role, during=(since, None))
        if not about.has_usable_password():
            send_letter(to=about, kind=Kind.INVITATION)
    return about


def send_link(*, user: User, by: User) -> None:
    """Write again: the last link is too old, or was lost. Who has a password gets one for choosing another."""
    with operation("accounts.send_link", by=by, about=user):
        send_letter(to=user, kind=Kind.PASSWORD if user.has_usable_password() else Kind.INVITATION)


def appoint(*, user: User, organisation: Organisation, role: str, since: date, by: User, reason: str = "") -> Appointment:
    made = Appointment(user=user, organisation=organisation, role=role, during=(since, None))
    with operation("accounts.appoint", by=by, about=user, reason=reason, organisation_id=organisation.pk):
        made.save(force_insert=True)
    return made


def end(*, appointment: Appointment, on: date, by: User, reason: str) -> None:
    """The last day is the one before `on`."""
    with operation("accounts.end_appointment", by=by, about=appointment.user, reason=reason, organisation_id=appointment.organisation_id):
        appointment.during = (appointment.during.lower, on)
        appointment.save(update_fields=["during"])


def change_role(*, appointment: Appointment, role: str, organisation: Organisation, on: date, by: User, reason: str) -> Appointment:
    """From `on` as something else, or elsewhere: one appointment ends and another begins, for as long as the first would have lasted."""
    made = Appointment(user=appointment.user, organisation=organisation, role=role, during=(on, appointment.during.upper))
    with operation("accounts.change_role", by=by, about=appointment.user, reason=reason, organisation_id=organisation.pk):
        made.save(force_insert=True)
        end(appointment=appointment, on=on, by=by, reason=reason)
    return made


def connect(*, user: User, person: Person | None, by: Actor, organisation: Organisation) -> None:
    """Say which worker the account is: services count as that worker's, and the own relatives are closed to it."""
    with operation("accounts.connect", by=by, about=user, organisation_id=organisation.pk):
        user.person = person
        user.save(update_fields=["person"])
