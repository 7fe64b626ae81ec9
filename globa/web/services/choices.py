"""What a worker chooses from, the most used first, and what the last record suggests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from unicodedata import normalize

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from globa.casework.services import Service, ServiceSetting
from globa.registry.catalogue import CatalogueService
from globa.registry.payers import Payer, PayerKind
from globa.vocabulary.calendar import today
from globa.web.services.giver import Giver

CHIPS = 5
LOOKED_BACK = 300
"""How many of the worker's own last records tell what is usual."""
A_WEEK = timedelta(days=7)
AGAIN = 6
"""How many services of the last week are offered to be given again."""
MINUTES = (15, 30, 45, 60, 90, 120)
OTHER = "other"
SAME_AS = (
    _("The same as last Monday"), _("The same as last Tuesday"), _("The same as last Wednesday"), _("The same as last Thursday"),
    _("The same as last Friday"), _("The same as last Saturday"), _("The same as last Sunday"),
)  # fmt: skip


@dataclass(frozen=True)
class Choices:
    usual: list[CatalogueService]
    rest: list[CatalogueService]
    payers: list[Payer]

    @property
    def own_budget(self) -> str:
        return next((payer.code for payer in self.payers if payer.kind == PayerKind.OWN_BUDGET), "")

    def kind(self, code: str) -> CatalogueService | None:
        return next((kind for kind in (*self.usual, *self.rest) if kind.code == code), None)

    def payer(self, code: str) -> Payer | None:
        return next((payer for payer in self.payers if payer.code == code), None)


def choices_of(giver: Giver, on: date) -> Choices:
    """What there was to choose on the day of the service: also a kind that has stopped since, and not one that came later."""
    kinds = list(CatalogueService.objects.filter(Q(during=None) | Q(during__contains=on)).order_by("pk"))
    usual = _usual(giver, kinds)[:CHIPS]
    payers = Payer.objects.visible_to(giver.user).filter(organisation=giver.organisation, during__contains=on).order_by("pk")
    own_first = sorted(payers, key=lambda payer: payer.kind != PayerKind.OWN_BUDGET)
    return Choices(usual, sorted((kind for kind in kinds if kind not in usual), key=_alphabet), own_first)


def _alphabet(kind: CatalogueService) -> str:
    """Letters with marks stand beside those without: š after s, not after z."""
    return "".join(_placed(letter) for letter in str(kind).casefold())


def _placed(letter: str) -> str:
    plain = normalize("NFD", letter)[0]
    return letter if plain == letter else f"{plain}~"


def _usual(giver: Giver, kinds: list[CatalogueService]) -> list[CatalogueService]:
    """The kinds that this worker records most, then those that the role usually gives."""
    last = Service.objects.by_worker(giver.person).in_force().order_by("-happened_on").values("pk")[:LOOKED_BACK]
    used = Service.objects.filter(pk__in=last).values(code=F("kind__code")).annotate(times=Count("pk"))
    times = {row["code"]: row["times"] for row in used}
    known = [kind for kind in kinds if kind.code in times]
    of_role = [kind for kind in kinds if giver.role in kind.usual_roles.split() and kind.code not in times]
    return sorted(known, key=lambda kind: (-times[kind.code], kind.code)) + of_role


def last_record(giver: Giver) -> Service | None:
    mine = Service.objects.visible_to(giver.user).by_worker(giver.person).in_force()
    return mine.select_related("kind", "payer").order_by("-recorded_on", "-year", "-number").first()


def week_ago(giver: Giver) -> Service | None:
    """The last service of the same weekday a week ago, of which “the same again” is made."""
    mine = Service.objects.visible_to(giver.user).by_worker(giver.person).in_force().filter(happened_on=today() - A_WEEK)
    return mine.select_related("kind", "payer").order_by("-number").first()


def of_last_week(giver: Giver) -> list[Service]:
    """The worker's services of the last seven days, those of today's weekday first: each can be given again by one press."""
    mine = Service.objects.visible_to(giver.user).by_worker(giver.person).in_force().during(today() - A_WEEK, today())
    listed = mine.select_related("kind").prefetch_related("recipients__person").order_by("happened_on", "-number")
    return list(listed[:AGAIN])


def as_initial(service: Service, choices: Choices, with_people: bool) -> dict[str, Any]:
    """Fill a form in as a service was; never its day or its note."""
    is_usual = service.kind in choices.usual
    is_chip = service.minutes in MINUTES
    return {
        "kind": service.kind.code if is_usual else OTHER,
        "other_kind": "" if is_usual else service.kind.code,
        "minutes": str(service.minutes) if is_chip else OTHER,
        "other_minutes": None if is_chip else service.minutes,
        "setting": service.setting,
        "payer": service.payer.code if service.payer and choices.payer(service.payer.code) else choices.own_budget,
        "recipients": [str(pk) for pk in service.recipients.values_list("person_id", flat=True)] if with_people else [],
    }


def blank(choices: Choices) -> dict[str, Any]:
    return {
        "kind": choices.usual[0].code if choices.usual else OTHER,
        "minutes": "60",
        "setting": ServiceSetting.CENTRE.value,
        "payer": choices.own_budget,
        "recipients": [],
    }


def day_in(data: Mapping[str, Any]) -> date:
    """The day that a form says so far; while it says none, today."""
    try:
        typed = date(*(int(data.get(f"day_{part}", "")) for part in ("year", "month", "day"))) if data.get("when") == OTHER else None
    except (ValueError, OverflowError):
        typed = None
    return day_of(str(data.get("when", "")), typed) or today()


def day_of(when: str, day: date | None) -> date | None:
    return {"today": today(), "yesterday": today() - timedelta(days=1)}.get(when, day)
