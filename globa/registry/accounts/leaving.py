"""
Somebody leaves: from that day no session, link, key, passkey or waiting job of theirs opens anything.

Each request and each job asks anew whether the account is open and the appointment in force; here everything goes that
would otherwise only be refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from globa.journal.operations import acting, operation
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.drafts import Draft
from globa.registry.accounts.factors import take_away
from globa.registry.accounts.sessions import end_all
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message

REQUESTER = "user"
"""The argument by which a job carries the account that asked for it."""
BY_DATE = _("The last appointment has ended.")


class LeavesAlone(Refusal):
    def __init__(self) -> None:
        super().__init__(message("Nobody closes the own account: ask another administrator or the head, so that somebody is left who can."))


class ReasonMissing(Refusal):
    at = "reason"

    def __init__(self) -> None:
        super().__init__(message("Say why the account is closed: it stands in the history of the account."))


@dataclass(frozen=True)
class Gone:
    """What was ended: how many sessions, and how many jobs that had not run."""

    sessions: int
    jobs: int


def leave(*, user: User, on: date, by: User, reason: str) -> Gone:
    """
    End every appointment on the day `on`, the first without work; where it has come, close the account at once.

    For a day to come nothing else changes now: the account closes by itself when it comes.
    """
    if user.pk == by.pk:
        raise LeavesAlone
    if not reason.strip():
        raise ReasonMissing
    with operation("accounts.leave", by=by, about=user, reason=reason):
        _end_appointments(user, on)
        return close(user) if on <= today() else Gone(0, 0)


def come_back(*, user: User, by: User, reason: str) -> None:
    """Open a closed account again. It has no password and no second factor: a link is sent as to somebody new."""
    with operation("accounts.come_back", by=by, about=user, reason=reason):
        User.objects.filter(pk=user.pk).update(is_active=True)
        user.is_active = True


def close(user: User) -> Gone:
    """Nothing that was given to the account opens anything any more."""
    user.is_active = False
    user.set_unusable_password()  # with it die the links for a new one, and what browsers are known by
    user.save(update_fields=["is_active", "password"])
    take_away(user)
    apps.get_model("socialaccount", "SocialAccount")._default_manager.filter(user=user).delete()
    Draft.objects.filter(user=user).delete()
    return Gone(end_all(user), _cancel_jobs(user))


def close_whoever_left(day: date) -> int:
    """Close the accounts whose last appointment has ended by this day; return how many."""
    gone = list(_left_by(day))
    for user in gone:
        with acting(user), operation("accounts.left", by=user, about=user, reason=str(BY_DATE)):
            close(user)
    return len(gone)


def _left_by(day: date) -> Iterable[User]:
    """Who was appointed and is not any more, nor will be. An administrator is appointed nowhere and stays."""
    own = Appointment.objects.filter(user=OuterRef("pk"))
    goes_on = own.filter(Q(during__endswith=None) | Q(during__endswith__gt=day))
    return User.objects.filter(Exists(own), ~Exists(goes_on), is_active=True, is_staff=False)


def _end_appointments(user: User, on: date) -> None:
    """One that would begin on that day or later never was; its history keeps who had given it."""
    own = Appointment.objects.select_for_update().filter(user=user)
    own.filter(during__startswith__gte=on).delete()
    for appointment in own.filter(during__contains=on):
        appointment.during = (appointment.during.lower, on)
        appointment.save(update_fields=["during"])


def _cancel_jobs(user: User) -> int:
    waiting = ProcrastinateJob.objects.filter(status__in=("todo", "doing"), **{f"args__{REQUESTER}": str(user.pk)})
    jobs = list(waiting.values_list("pk", flat=True))
    for pk in jobs:
        app.job_manager.cancel_job_by_id(pk, abort=True)
    return len(jobs)
