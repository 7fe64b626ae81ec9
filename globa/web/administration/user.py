"""One account: its roles by date, its worker, a lost second factor, leaving."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import inviting
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.factors import FactorReset, ask_reset, confirm_reset
from globa.registry.accounts.leaving import come_back, leave
from globa.registry.accounts.users import User
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.administration.users import AT, with_factor
from globa.web.forms.acts import Act, Day, Nothing, RowField, Why, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

ROLES = [("", ""), *titled(Role.choices)]


class GiveForm(forms.Form):
    role = forms.ChoiceField(label=_("As"), choices=ROLES, error_messages={"required": _("Choose the role.")})
    place = RowField(label=_("Where"), error_messages={"required": _("Choose the place.")})
    since = Day(label=_("From"))


class ChangeForm(forms.Form):
    which = RowField(label=_("Instead of"), error_messages={"required": _("Choose the role that ends.")})
    role = forms.ChoiceField(label=_("As"), choices=ROLES, error_messages={"required": _("Choose the role.")})
    place = RowField(label=_("Where"), error_messages={"required": _("Choose the place.")})
    on = Day(label=_("From"))
    reason = Why()


class EndForm(forms.Form):
    which = RowField(label=_("Role"), error_messages={"required": _("Choose the role that ends.")})
    on = Day(label=_("First day without it"))
    reason = Why()


class LeaveForm(forms.Form):
    on = Day(label=_("First day without work"), help_text=_("From this day nothing opens: sessions end, waiting jobs are called off."))
    reason = Why()


class ReasonForm(forms.Form):
    reason = Why()


class WorkerForm(forms.Form):
    worker = RowField(label=_("Worker"), error_messages={"required": _("Choose the worker whose account it is.")})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def user(request: PlacedRequest, pk: UUID) -> HttpResponse:
    at = keeping(request)
    roles = list(Appointment.objects.filter(user=pk).select_related("organisation", "user").order_by("-during"))
    own = [one for one in roles if one.organisation_id in at.keys]
    if not own:
        raise Http404
    found = own[0].user
    person = Person.objects.visible_to(at.user).filter(pk=found.person_id).first() if found.person_id else None
    looked_at(request, [person] if person else [])
    reset = FactorReset.objects.waiting().filter(user=found).select_related("asked_by").first()
    shown = {
        "account": found,
        "roles": own,
        "roles_elsewhere": len(roles) - len(own),
        "worker": person,
        "reset": reset,
        "has_factor": bool(with_factor([found.pk])),
        "is_own": found.pk == at.user.pk,
        "told": told(at.user, found),
    }
    return page(request, "administration/user.html", lambda: shown, _acts(at, found, own, reset))


def _acts(at: Keeping, found: User, own: list[Appointment], reset: FactorReset | None) -> dict[str, Act]:
    """Of the own account nothing: another administrator does that."""
    if found.pk == at.user.pk:
        return {}
    if not found.is_active:
        return {"back": Act(ReasonForm, lambda given: _back(at, found, given), _("The account is open again, and a letter is on its way."))}
    return (
        _of_roles(at, found, own)
        | _of_factor(at, found, reset)
        | {
            "worker": Act(
                WorkerForm,
                lambda given: inviting.connect(user=found, person=given["worker"], by=at.user, organisation=at.organisation),
                _("The account is connected with the worker."),
                rows={"worker": at.workers()},
            ),
            "link": Act(
                Nothing, lambda given: inviting.send_link(user=found, by=at.user), _("A letter with a one-time link is on its way.")
            ),
            "leave": Act(
                LeaveForm,
                lambda given: leave(user=found, on=given["on"], by=at.user, reason=given["reason"]),
                _("It is recorded: from that day the account opens nothing."),
                at={"appointment_lasts_a_day": "on"},
            ),
        }
    )


def _of_roles(at: Keeping, found: User, own: list[Appointment]) -> dict[str, Act]:
    going_on = [
        (one, f"{one.get_role_display()}, {one.organisation}") for one in own if one.during.upper is None or one.during.upper > today()
    ]
    places = at.working()
    acts = {
        "give": Act(
            GiveForm,
            lambda given: inviting.appoint(user=found, organisation=given["place"], role=given["role"], since=given["since"], by=at.user),
            _("The role is given."),
            rows={"place": places},
            at=AT,
        )
    }
    if going_on:
        acts["change"] = Act(
            ChangeForm,
            lambda given: _change(at, given),
            _("One role ends and the other begins on that day."),
            rows={"which": going_on, "place": places},
            at=AT | {"appointment_lasts_a_day": "on"},
        )
        acts["end"] = Act(
            EndForm,
            lambda given: inviting.end(appointment=given["which"], on=given["on"], by=at.user, reason=given["reason"]),
            _("The role ends on that day."),
            rows={"which": going_on},
            at={"appointment_lasts_a_day": "on"},
        )
    return acts


def _change(at: Keeping, given: dict[str, Any]) -> Appointment:
    return inviting.change_role(
        appointment=given["which"], role=given["role"], organisation=given["place"], on=given["on"], by=at.user, reason=given["reason"]
    )


def _of_factor(at: Keeping, found: User, reset: FactorReset | None) -> dict[str, Act]:
    """One asks, another confirms; whoever asked is shown that somebody else is needed."""
    if reset is None:
        ask = Act(
            ReasonForm,
            lambda given: ask_reset(user=found, by=at.user, reason=given["reason"]),
            _("Asked. Another administrator confirms it within two days."),
        )
        return {"ask": ask}
    if reset.asked_by_id == at.user.pk:
        return {}
    confirm = Act(
        Nothing,
        lambda given: confirm_reset(request=reset, by=at.user),
        _("The second factor is taken away. At the next sign-in a new one is set up."),
    )
    return {"confirm": confirm}


def _back(at: Keeping, found: User, given: dict[str, Any]) -> None:
    come_back(user=found, by=at.user, reason=given["reason"])
    inviting.send_link(user=found, by=at.user)
