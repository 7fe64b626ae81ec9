"""What differs today from what was signed: figure by figure, by which record, who changed it, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from globa.journal.readings import Shown
from globa.registry.accounts.users import User
from globa.reports.afterwards import differences as afterwards
from globa.reports.afterwards.differences import Difference, RecordDifference
from globa.reports.document import Value
from globa.reports.keeping.reports import Report
from globa.reports.part_names import names_of
from globa.reports.writing import days
from globa.web.figures.breaking import capital
from globa.web.reading import looked_at
from globa.web.records.discretion import may_see_special
from globa.web.records.kinds import KINDS
from globa.web.records.opened import VERBS
from globa.web.records.references import address_of, split
from globa.web.reports.numbers import with_unit
from globa.web.reports.rights import report_of
from globa.web.whereabouts import PlacedRequest, role_of

HAPPENED: dict[str, str | Promise] = {
    "added": gettext_lazy("counted today, not when it was signed"),
    "removed": gettext_lazy("counted when it was signed, not today"),
    "changed": gettext_lazy("says something else today"),
}
KNOWN: dict[str, str | Promise] = {
    "added": gettext_lazy("became known later"),
    "removed": gettext_lazy("was counted then, is not today"),
    "changed": gettext_lazy("says something else today"),
}
COLUMNS: dict[str, str | Promise] = {
    "began_on": gettext_lazy("began"), "ended_on": gettext_lazy("ended"), "happened_on": gettext_lazy("day"),
    "minutes": gettext_lazy("minutes"), "recipients": gettext_lazy("people"), "amount": gettext_lazy("amount"),
    "child": gettext_lazy("child"), "person": gettext_lazy("person"), "origin": gettext_lazy("came from"),
    "destination": gettext_lazy("how it ended"), "dwelling": gettext_lazy("place"), "service": gettext_lazy("service"),
    "provider_role": gettext_lazy("given as"), "service_setting": gettext_lazy("how"), "payer_kind": gettext_lazy("paid by"),
    "fte": gettext_lazy("full-time equivalents"), "places": gettext_lazy("places"), "heads": gettext_lazy("people"),
    afterwards.TIMES: gettext_lazy("times counted"), "sex": gettext_lazy("sex"), "birth_date": gettext_lazy("born"),
    "setting": gettext_lazy("kind of place"),
}  # fmt: skip
LONGEST = 60
TELLING = ("care.status", "care.awaytime")


@dataclass(frozen=True)
class Told:
    """One record that makes the difference. `who` and `why` are of its last change since the signing."""

    name: str
    address: str
    happened: str
    changed: tuple[tuple[str, str, str], ...]
    who: str
    did: str
    at: datetime | None
    why: str


@dataclass(frozen=True)
class Moved:
    value: Value
    address: str
    signed: str
    today: str
    records: tuple[Told, ...]
    more: int

    @property
    def title(self) -> str:
        return self.value.title


@login_required
@require_safe
def differences(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked: PlacedRequest = request  # type: ignore[assignment]
    report = report_of(asked, pk)
    if not report.is_frozen:
        raise Http404
    found = afterwards.differences(report)
    moved = _moved(asked, report, found)
    looked_at(request, [None] if moved else (), Shown.EVIDENCE)
    return render(request, "reports/differences.html", {"report": report, "moved": moved, "now": localtime()})


def _moved(request: PlacedRequest, report: Report, found: Sequence[Difference]) -> list[Moved]:
    """The names of all records together: one query a kind, however many figures moved."""
    names = names_of_records({one.record for difference in found for one in difference.records}, request)
    users = users_of(one for difference in found for one in difference.records)
    return [
        Moved(
            one.signed,
            reverse("reports-figure", args=[report.pk, str(one.signed.key)]),
            with_unit(one.signed, one.signed.value),
            with_unit(one.signed, one.today),
            tuple(_told(record, names, users) for record in one.records[:LONGEST]),
            max(len(one.records) - LONGEST, 0),
        )
        for one in found
    ]


def told(records: Iterable[RecordDifference], request: PlacedRequest, happened: Mapping[str, str | Promise]) -> list[Told]:
    """Only what differs and how: of another clock nobody asks who changed it since a signature."""
    listed = list(records)
    names, users = names_of_records({one.record for one in listed}, request), users_of(listed)
    return [_told(one, names, users, happened) for one in listed]


def _told(
    one: RecordDifference, names: Mapping[str, str], users: Mapping[UUID, str], happened: Mapping[str, str | Promise] = HAPPENED
) -> Told:
    operation = one.operation
    label, _key = split(one.record)
    return Told(
        names.get(one.record, str(apps.get_model(label)._meta.verbose_name)),
        address_of(one.record) if one.record in names else "",
        str(happened[one.kind]),
        tuple((str(COLUMNS.get(name, name)), said(name, then), said(name, now)) for name, then, now in one.changed if name != "record"),
        users.get(operation.actor_id, _("somebody whose account is closed")) if operation and operation.actor_id else "",
        str(VERBS.get(operation.verb, pgettext("did", "changed"))) if operation else "",
        one.at,
        operation.reason if operation else "",
    )


def said(column: str, value: Any) -> str:
    """A fact's value in words; a person is not named here but on the record's own page."""
    if value in (None, ""):
        return ""
    if isinstance(value, date):
        return days.iso(value)
    if isinstance(value, str) and value.count("-") == 4 and len(value) == 36:
        return _("another")
    return names_of(column, [str(value)])[str(value)] if isinstance(value, str) else str(value)


def names_of_records(records: Iterable[str], request: PlacedRequest) -> dict[str, str]:
    """What the user may see of them; one whose very kind tells of health is not named to those who do not work with it."""
    by_label: dict[str, list[UUID]] = {}
    for record in records:
        label, key = split(record)
        by_label.setdefault(label, []).append(key)
    found: dict[str, str] = {}
    for label, keys in by_label.items():
        kind = KINDS.get(label)
        if kind and (label not in TELLING or may_see_special(role_of(request))):
            for one in kind.visible_to(request.user).filter(pk__in=keys).select_related(*kind.related):
                found[f"{label}:{one.pk}"] = f"{capital(kind.title)}: {kind.called(one)}"
    return found


def users_of(records: Iterable[RecordDifference]) -> dict[UUID, str]:
    ids = {one.operation.actor_id for one in records if one.operation and one.operation.actor_id}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=ids)} if ids else {}
