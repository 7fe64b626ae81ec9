"""Of whom and of when the reader looks at figures, and the addresses of the pages about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from globa.registry.access import organisations_visible_to
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.policy import Area, may_enter
from globa.vocabulary.period import Period


@dataclass(frozen=True)
class Place:
    """`opens`: whether the reader comes to the records behind figures."""

    organisation: Organisation
    period: Period
    opens: bool = True

    @property
    def address(self) -> str:
        return reverse("figures-sheet", args=[self.organisation.code, slug(self.period)])

    @property
    def year(self) -> str:
        return str(self.period.begins.year)

    def figure(self, code: str) -> str:
        return reverse("figures-figure", args=[self.organisation.code, slug(self.period), code])

    def records(self, code: str, where: Mapping[str, str] | None = None, **more: str) -> str:
        """Nowhere, for whom no record opens."""
        if not self.opens:
            return ""
        asked = {**(where or {}), **more}
        address = reverse("figures-records", args=[self.organisation.code, slug(self.period), code])
        return f"{address}?{urlencode(asked)}" if asked else address

    def at(self, period: Period) -> Self:
        return replace(self, period=period)


def place_for(user: User, role: str, organisation_code: str, period: str) -> Place:
    """Return the place; an organisation that is not the user's to see is not found, a period that is none is refused."""
    organisation = organisations_visible_to(user).filter(code=organisation_code).first()
    if organisation is None:
        raise Http404
    return Place(organisation, Period.parse(period), may_enter(role, Area.EVIDENCE))


def slug(period: Period) -> str:
    """Write the period so that Period.parse reads it, as short as it can be."""
    first = period.begins
    if first.month % 3 == 1 and period == Period.months(first.year, first.month, 3):
        return f"{first.year}-Q{first.month // 3 + 1}"
    return str(period)
