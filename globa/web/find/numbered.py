"""A record by the number that stands in a report, a letter or a history: AL-2026-12, also with spaces or in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse

from globa.casework.cases import Case
from globa.casework.groups import Event
from globa.casework.recruitment.enquiries import Enquiry
from globa.casework.services import Service
from globa.registry.policy import Area, may_enter
from globa.reports.writing import days
from globa.web.figures.breaking import capital
from globa.web.whereabouts import PlacedRequest, role_of

NUMBER = re.compile(r"(?:([^\W\d_]{1,10})[\s\-–./]*)?((?:19|20)\d\d)[\s\-–./]+(\d{1,6})")
MOST = 8


@dataclass(frozen=True)
class Number:
    initials: str
    year: int
    number: int


@dataclass(frozen=True)
class Numbered:
    """What carries numbers: its day, and where one of them opens."""

    model: type[models.Model]
    area: Area
    day: Callable[[Any], Any]
    address: Callable[[Any], str]


def _opened(label: str) -> Callable[[Any], str]:
    return lambda one: reverse("records-record", args=[label, one.pk])


KINDS = (
    Numbered(Service, Area.SERVICES, lambda one: one.happened_on, lambda one: reverse("services-service", args=[one.pk])),
    Numbered(Event, Area.EVIDENCE, lambda one: one.happened_on, _opened("casework.event")),
    Numbered(Case, Area.EVIDENCE, lambda one: one.during.lower, _opened("casework.case")),
    Numbered(Enquiry, Area.ENQUIRIES, lambda one: one.received_on, lambda one: reverse("enquiries-enquiry", args=[one.pk])),
)


def number_in(text: str) -> Number | None:
    found = NUMBER.fullmatch(text.strip())
    return Number((found[1] or "").casefold(), int(found[2]), int(found[3])) if found else None


def numbered(request: PlacedRequest, text: str) -> Iterator[tuple[str, str, str]]:
    """Title, address and day of every record with this number that the reader's role comes to; a question a kind."""
    asked = number_in(text)
    if asked is None:
        return
    for kind in KINDS:
        if not may_enter(role_of(request), kind.area):
            continue
        seen = kind.model._default_manager.visible_to(request.user).filter(year=asked.year, number=asked.number)  # type: ignore[attr-defined]
        for one in seen.select_related("organisation")[:MOST]:
            if not asked.initials or one.organisation.initials.casefold() == asked.initials:
                yield f"{capital(str(kind.model._meta.verbose_name))} {one.shown_number}", kind.address(one), days.iso(kind.day(one))
