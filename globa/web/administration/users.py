"""Who signs in to the places that one administers, and inviting somebody new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.factors import FactorReset
from globa.registry.accounts.users import User
from globa.registry.inviting import invite
from globa.registry.involvement import Purpose
from globa.registry.people import Person
from globa.registry.registering import register
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping
from globa.web.forms.acts import Act, Day, RowField, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

NEW, NOBODY = "new", "nobody"
AT = {
    "one_account_an_email": "email",
    "one_account_an_email_in_any_case": "email",
    "one_role_at_a_place_at_a_time": "role",
    "role_fits_the_kind_of_place": "role",
    "appointed_by_who_administers": "place",
    "appointment_lasts_a_day": "since",
}


@dataclass
class Account:
    """A line of the list: somebody, and as what they work in the places that one administers."""

    user: User
    has_factor: bool = False
    roles: list[Appointment] = field(default_factory=list)

    @property
    def works(self) -> bool:
        return self.user.is_active and any(one.during.upper is None or one.during.upper > today() for one in self.roles)


@login_required
@require_safe
def users(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    lines = accounts(at)
    shown = {
        "working": [one for one in lines if one.works],
        "gone": [one for one in lines if not one.works],
        "resets": FactorReset.objects.waiting().filter(user__in=[one.user for one in lines]).select_related("user", "asked_by"),
    }
    return render(request, "administration/users.html", shown)


def accounts(at: Keeping) -> list[Account]:
    """Two queries, however many there are."""
    found: dict[UUID, Account] = {}
    rows = Appointment.objects.filter(organisation__in=at.keys).select_related("user", "organisation").order_by("user__name", "-during")
    for row in rows:
        found.setdefault(row.user_id, Account(row.user)).roles.append(row)
    for pk in with_factor(found):
        found[pk].has_factor = True
    return list(found.values())


def with_factor(of: Iterable[UUID]) -> set[UUID]:
    return set(apps.get_model("mfa", "Authenticator")._default_manager.filter(user__in=list(of)).values_list("user_id", flat=True))


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Name and surname"), max_length=150, error_messages={"required": _("Write the name and the surname.")})
    email = forms.EmailField(
        label=_("E-mail"), error_messages={"required": _("Write the e-mail to which the letter goes."), "invalid": _("This is no e-mail.")}
    )
    role = forms.ChoiceField(label=_("As"), choices=[("", ""), *titled(Role.choices)], error_messages={"required": _("Choose the role.")})
    place = RowField(label=_("Where"), error_messages={"required": _("Choose the place.")})
    since = Day(label=_("From"))
    worker = RowField(
        label=_("Worker"),
        help_text=_("Services count as this worker's, and the files of own relatives stay closed."),
        error_messages={"required": _("Choose the worker whose account it is.")},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def inviting(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    workers = at.workers()
    looked_at(request, [one for one, _label in workers])
    acts = {
        "invite": Act(
            InviteForm,
            lambda given: _invite(at, given),
            _("The account is made, and the letter with a one-time link is on its way."),
            rows={
                "place": at.working(),
                "worker": [(NEW, str(_("A new worker: record them now"))), *workers, (NOBODY, str(_("No worker of ours")))],
            },
            at=AT,
            to=lambda user: reverse("administration-user", args=[user.pk]),
        )
    }
    return page(request, "administration/invite.html", dict, acts)


def _invite(at: Keeping, given: dict[str, Any]) -> User:
    return invite(
        email=given["email"],
        name=given["name"],
        organisation=given["place"],
        role=given["role"],
        since=given["since"],
        by=at.user,
        person=worker_of(at, given["worker"], given["name"]),
    )


def worker_of(at: Keeping, chosen: Any, name: str) -> Person | None:
    if isinstance(chosen, Person) or chosen == NOBODY:
        return chosen if isinstance(chosen, Person) else None
    given_name, _space, family_name = name.strip().rpartition(" ")
    return register(
        organisation=at.organisation, by=at.user, purpose=Purpose.WORK, since=today(), given_name=given_name, family_name=family_name
    )
