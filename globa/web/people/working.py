"""Who works with a person by name, whether the file is sealed, and from whom a conflict of interest keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import assignments, conflicts, sealing
from globa.registry.access import visible_organisations
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.assignments import BY_NAME, Assignment
from globa.registry.conflicts import ConflictOfInterest
from globa.registry.involvement import Involvement
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.policy import may_read
from globa.registry.sealing import Seal, SealKind
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.forms.choosing import titled
from globa.web.forms.refusing import refuse
from globa.web.ids import id_in
from globa.web.people import closing
from globa.web.people.person import person_of
from globa.web.whereabouts import PlacedRequest, role_of

AT = {
    "assigned_once_at_a_time": "worker",
    "whoever_is_assigned_works_here": "worker",
    "conflict_is_declared_once": "worker",
    "file_is_open_a_day": "on",
}


class WhoForm(forms.Form):
    """A worker of the institution, and why."""

    worker = forms.ChoiceField(label=_("Worker"), error_messages={"required": _("Choose the worker.")})
    reason = forms.CharField(label=_("Why"), max_length=500, error_messages={"required": _("Say why in a few words.")})

    def __init__(self, workers: list[tuple[str, str]], data: Any = None, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix)
        self.fields["worker"].choices = [("", ""), *workers]  # type: ignore[attr-defined]


class SealForm(forms.Form):
    kind = forms.ChoiceField(label=_("Because of"), choices=[("", ""), *titled(SealKind.choices)])
    reason = forms.CharField(label=_("Act or ruling"), max_length=500, error_messages={"required": _("Name the act or ruling.")})


class UnsealForm(forms.Form):
    reason = forms.CharField(
        label=_("Act or ruling by which it opens again"), max_length=500, error_messages={"required": _("Name the act or ruling.")}
    )


@dataclass
class Working:
    """One request about one person, by somebody who may say who works with them."""

    request: PlacedRequest
    organisation: Organisation
    person: Person

    @property
    def may_seal(self) -> bool:
        return may_read(role_of(self.request), Sensitivity.S3A)

    @property
    def may_archive(self) -> bool:
        return closing.may_archive(role_of(self.request))

    def files(self) -> list[Involvement]:
        return closing.open_files(self.request.user, self.organisation, self.person) if self.may_archive else []

    def colleagues(self) -> list[Appointment]:
        """Accounts that work here today, a line each; one query."""
        at_work = Appointment.objects.on(today()).filter(organisation__in=visible_organisations(self.request.user))
        return list(at_work.select_related("user").order_by("user__name", "role"))

    def assigned(self) -> list[Assignment]:
        return list(Assignment.objects.visible_to(self.request.user).filter(person=self.person).select_related("user").order_by("-during"))

    def seals(self) -> list[Seal]:
        return list(Seal.objects.visible_to(self.request.user).filter(person=self.person).order_by("-during")) if self.may_seal else []

    def conflicts(self) -> list[ConflictOfInterest]:
        rows = ConflictOfInterest.objects.visible_to(self.request.user).filter(person=self.person)
        return list(rows.select_related("user").order_by("-during"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def working(request: PlacedRequest, pk: UUID) -> HttpResponse:
    if request.organisation is None:
        raise Http404
    at = Working(request, request.organisation, person_of(request, pk))
    shown = _forms(at)
    act = ACTS.get(request.POST.get("do", ""))
    if request.method == "POST" and act is None:
        raise Http404
    if act and (said := act(at, shown)):
        messages.success(request, str(said))
        return redirect("people-working", pk)
    tried = any(form.is_bound for form in shown.values())
    lists: dict[str, Any] = {"assigned": at.assigned(), "seals": (seals := at.seals()), "conflicts": at.conflicts(), "today": today()}
    lists["in_force"] = next((one for one in seals if today() in one.during), None)
    lists |= {"person": at.person, "may_seal": at.may_seal, "may_archive": at.may_archive}
    return render(request, "people/working.html", shown | lists, status=422 if tried else 200)


def _forms(at: Working) -> dict[str, forms.Form]:
    done = at.request.POST.get("do", "") if at.request.method == "POST" else ""
    colleagues = at.colleagues()
    everybody = [(str(one.user_id), f"{one.user}, {one.get_role_display()}") for one in colleagues]
    by_name = [(str(one.user_id), f"{one.user}, {one.get_role_display()}") for one in colleagues if one.role in BY_NAME]
    return {
        "assigning": WhoForm(by_name, at.request.POST if done == "assign" else None, prefix="assign"),
        "closing": WhoForm(everybody, at.request.POST if done == "close" else None, prefix="close"),
        "sealing": SealForm(at.request.POST if done == "seal" else None, prefix="seal"),
        "unsealing": UnsealForm(at.request.POST if done == "unseal" else None, prefix="unseal"),
        "archiving": closing.CloseForm(at.files(), at.request.POST if done == "archive" else None, prefix="archive"),
    }


def _tried(form: forms.Form, verb: Callable[[], object]) -> bool:
    try:
        verb()
    except Refusal as refusal:
        refuse(form, refusal, AT)
        return False
    return True


def _assign(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    form = shown["assigning"]
    if not form.is_valid():
        return ""
    user = User.objects.get(pk=form.cleaned_data["worker"])
    role = next(one.role for one in at.colleagues() if one.user_id == user.pk and one.role in BY_NAME)
    done = _tried(form, lambda: assignments.assign(
        person=at.person, user=user, role=role, organisation=at.organisation, since=today(), by=at.request.user,
        reason=form.cleaned_data["reason"],
    ))  # fmt: skip
    return gettext("The file is open to %(who)s from today.") % {"who": user} if done else ""


def _close(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    form = shown["closing"]
    if not form.is_valid():
        return ""
    user = User.objects.get(pk=form.cleaned_data["worker"])
    done = _tried(form, lambda: conflicts.declare(
        user=user, person=at.person, organisation=at.organisation, since=today(), by=at.request.user, reason=form.cleaned_data["reason"]
    ))  # fmt: skip
    return gettext("The file is closed to %(who)s.") % {"who": user} if done else ""


def _seal(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    form = shown["sealing"]
    if not at.may_seal:
        raise Http404
    if not form.is_valid():
        return ""
    given = form.cleaned_data
    done = _tried(form, lambda: sealing.seal(
        person=at.person, organisation=at.organisation, kind=given["kind"], since=today(), by=at.request.user, reason=given["reason"]
    ))  # fmt: skip
    return gettext("The file is sealed.") if done else ""


def _unseal(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    form = shown["unsealing"]
    if not at.may_seal:
        raise Http404
    if not form.is_valid():
        return ""
    row = _row(at, Seal.objects.visible_to(at.request.user))
    done = _tried(form, lambda: sealing.unseal(seal=row, on=today(), by=at.request.user, reason=form.cleaned_data["reason"]))
    return gettext("The file opens again to whom it was open before.") if done else ""


def _archive(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    form = shown["archiving"]
    if not at.may_archive:
        raise Http404
    if not form.is_valid():
        return ""
    given = form.cleaned_data
    file = next(one for one in at.files() if str(one.pk) == given["file"])
    done = _tried(form, lambda: closing.archive(file=file, on=given["on"], by=at.request.user, reason=given["reason"]))
    return gettext("The file is in the archive from that day: you open it, nobody else.") if done else ""


def _end(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    row = _row(at, Assignment.objects.visible_to(at.request.user))
    assignments.end(assignment=row, on=today(), by=at.request.user)
    return gettext("The file is closed to %(who)s from today.") % {"who": row.user}


def _lift(at: Working, shown: dict[str, forms.Form]) -> str | Promise:
    row = _row(at, ConflictOfInterest.objects.visible_to(at.request.user))
    conflicts.lift(conflict=row, on=today(), by=at.request.user, reason="")
    return gettext("The conflict of interest has ended.")


def _row(at: Working, rows: Any) -> Any:
    return get_object_or_404(rows.filter(person=at.person, during__contains=today()), pk=id_in(at.request.POST.get("row")))


ACTS: dict[str, Callable[[Working, dict[str, forms.Form]], str | Promise]] = {
    "assign": _assign, "close": _close, "seal": _seal, "unseal": _unseal, "archive": _archive, "end": _end, "lift": _lift
}  # fmt: skip
