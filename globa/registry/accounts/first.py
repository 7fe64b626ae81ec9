"""The beginning of an installation: its first organisation, and an administrator who brings in everybody else."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from globa.journal.operations import operation
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.factors import others_who_may, take_away
from globa.registry.accounts.links import password_link
from globa.registry.accounts.roles import Role
from globa.registry.accounts.sessions import end_all
from globa.registry.accounts.users import User
from globa.registry.organisations import Belonging, Organisation, OrganisationKind
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message


class SetUpAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message(
                "There is an administrator already, so nothing was made: the others are invited by that one. Who lost the way in "
                "gets a new address by: globa setup --link E-MAIL"
            )
        )


class NotAnAdministrator(Refusal):
    def __init__(self, email: str) -> None:
        super().__init__(
            message("Nobody who administers Globa signs in with “%(email)s”, so no address was made. Compare the e-mail."), email=email
        )


class NoAddressOfMail(Refusal):
    def __init__(self, email: str) -> None:
        super().__init__(message("“%(email)s” is no e-mail, so nothing was made. Write it as name@centre.lt."), email=email)


class UnknownMunicipality(Refusal):
    def __init__(self, code: str, near: list[str]) -> None:
        if near:
            sentence = message("There is no municipality “%(code)s”, so nothing was made. Is one of these meant: %(near)s?")
        else:
            sentence = message("There is no municipality “%(code)s”, so nothing was made. Write its code, such as vilnius-city.")
        super().__init__(sentence, code=code, near=", ".join(near))


class OrganisationThereAlready(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            message("There is an organisation “%(name)s” already, so nothing was made. Give the new one another name."), name=name
        )


class TwoCanDoIt(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message(
                "Two other administrators can take the second factor away on the page of this account: one asks, the other confirms. "
                "So it is not done here, and no address was made."
            )
        )


def is_set_up() -> bool:
    return User.objects.filter(is_staff=True, is_active=True).exists()


def set_up(*, email: str, name: str, organisation: str, municipality: str, since: date) -> tuple[User, Organisation]:
    """
    Make the first organisation below its municipality, and its administrator, who has no password yet.

    An administrator sees no child: the appointment opens the pages of the organisation's own affairs only.
    """
    if is_set_up():
        raise SetUpAlready
    parent = municipality_named(municipality)
    founded = _founded(organisation, since)
    with operation("registry.set_up", by=None, about=founded):
        founded.save(force_insert=True)
        Belonging.objects.create(organisation=founded, parent=parent, during=(since, None))
        user = User.objects.create_user(_address(email), name=name, is_staff=True)
        Appointment.objects.create(user=user, organisation=founded, role=Role.ADMINISTRATOR, during=(min(since, today()), None))
    return user, founded


def new_link(email: str, *, factor_is_lost: bool = False) -> str:
    """
    Make a new one-time address for an administrator, in the journal of operations as every other act.

    A lost second factor is taken away here only where there are no two others who could.
    """
    user = User.objects.filter(email__iexact=email.strip(), is_staff=True, is_active=True).first()
    if user is None:
        raise NotAnAdministrator(email)
    if factor_is_lost and others_who_may(user) > 1:
        raise TwoCanDoIt
    with transaction.atomic(), operation("registry.new_link", by=None, about=user, reason="--factor-lost" if factor_is_lost else ""):
        if factor_is_lost:
            take_away(user)
            end_all(user)
        return password_link(user)


def municipality_named(said: str) -> Organisation:
    """Find it by its code, or by its name as people write it."""
    known = {one.code: one for one in Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)}
    wanted = said.strip().lower()
    for one in known.values():
        if wanted in (one.code, one.name.lower(), one.short_name.lower()):
            return one
    stem = wanted[:5]
    near = [code for code, one in known.items() if stem and (code.startswith(slugify(stem)) or one.name.lower().startswith(stem))]
    raise UnknownMunicipality(said, near or get_close_matches(slugify(wanted), known, n=3))


def _founded(name: str, since: date) -> Organisation:
    code = slugify(name)[:60]
    if not code or Organisation.objects.filter(code=code).exists():
        raise OrganisationThereAlready(name)
    initials = re.sub(r"[^A-Z]", "", slugify(name).upper())[:2]
    return Organisation(code=code, kind=OrganisationKind.INSTITUTION, name=name.strip(), initials=initials, during=(since, None))


def _address(email: str) -> str:
    try:
        validate_email(email.strip())
    except ValidationError:
        raise NoAddressOfMail(email) from None
    return email.strip()
