"""What stands around every page: the way to the others, who is signed in and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from globa.registry.emergency import Opening
from globa.registry.organisations import OrganisationKind
from globa.registry.policy import may_enter
from globa.web.emergency.banner import open_now
from globa.web.guide.contents import Place, newest_news, place_explaining
from globa.web.letters.kept import letters_are_shown
from globa.web.routes import route_named
from globa.web.services.giver import may_give
from globa.web.whereabouts import role_of


@dataclass(frozen=True)
class Way:
    """
    A page that others lead to. `part` is the beginning of the view names that belong to it.

    `at` are the kinds of place of work that have it; empty for all.
    """

    name: str
    title: str | Promise
    part: str
    icon: str = ""
    at: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return reverse(self.name)


WITH_PLANS = (OrganisationKind.MUNICIPALITY, OrganisationKind.NATIONAL_SERVICE)
WAYS = (
    Way("today", _("Today"), "today", "home"),
    Way("mine", _("My page"), "mine", "person"),
    Way("people", _("People"), "people"),
    Way("services", pgettext_lazy("page", "Services"), "services"),
    Way("enquiries", _("Enquiries"), "enquiries"),
    Way("dwellings", _("Homes and places"), "dwellings"),
    Way("reports", _("Reports"), "reports"),
    Way("figures", _("Figures"), "figures"),
    Way("money", pgettext_lazy("page", "Money"), "money"),
    Way("plans", pgettext_lazy("of a municipality", "Plan"), "plans", at=WITH_PLANS),
    Way("administration", _("Administration"), "administration"),
    Way("looks", _("Who looked"), "looks"),
)
FIND = Way("find", pgettext_lazy("do", "Find"), "find", "search")
RECORD = Way("services-record", _("Record a service"), "services", "plus")
LANGUAGES = (("lt", "LT", "Lietuvių"), ("en", "EN", "English"))


@dataclass(frozen=True)
class Frame:
    ways: tuple[Way, ...]
    page: str
    record: Way | None
    signed_in_as: str
    works_at: str
    may_choose_place: bool
    language: str
    is_demonstration: bool
    is_without_second_factor: bool
    shows_letters: bool
    emergencies: tuple[Opening, ...]
    help: Place | None
    has_news: bool
    languages: tuple[tuple[str, str, str], ...] = LANGUAGES

    @property
    def part(self) -> str:
        """The way that the page belongs to: “people” for “people-person”."""
        return self.page.partition("-")[0]

    @property
    def dock(self) -> tuple[Way, ...]:
        """What lies under the thumb on a phone; a carer has no services to record, but a page of their own."""
        mine = next((way for way in self.ways if way.name == "mine"), None)
        return tuple(way for way in (*self.ways[:1], mine, FIND, self.record) if way)


def frame_of(request: HttpRequest | None) -> Frame:
    """A frame without a request, or for nobody signed in, leads nowhere but to the sign-in."""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    return Frame(
        ways=tuple(_open_to(request, _existing(WAYS))) if request and known else (),
        page=_page(request),
        record=next(_existing((RECORD,)), None) if request and known and may_give(request) else None,
        signed_in_as=(getattr(user, "name", "") or str(user)) if known else "",
        works_at=str(getattr(request, "organisation", "") or "") if known else "",
        may_choose_place=getattr(getattr(request, "appointment", None), "of_places", 1) > 1,
        language=(get_language() or settings.LANGUAGE_CODE)[:2],
        is_demonstration=bool(getattr(settings, "GLOBA_IS_DEMONSTRATION", False)),
        is_without_second_factor=not getattr(settings, "GLOBA_SECOND_FACTOR_NEEDED", True),
        shows_letters=letters_are_shown(),
        emergencies=tuple(open_now(request)) if known else (),
        help=place_explaining(_page(request), role_of(request)) if request else None,
        has_news=known and getattr(user, "news_read", "") != newest_news(),
    )


def _open_to(request: HttpRequest, ways: Iterator[Way]) -> Iterator[Way]:
    """Only where the role comes at all."""
    role, kind = role_of(request), getattr(getattr(request, "organisation", None), "kind", "")
    for way in ways:
        route = route_named(way.name)
        if route and may_enter(role, route.area) and (not way.at or kind in way.at):
            yield way


def _existing(ways: tuple[Way, ...]) -> Iterator[Way]:
    """Only pages that this installation has: a way to nowhere is not shown."""
    for way in ways:
        try:
            way.address  # noqa: B018 - asked only whether there is one
        except NoReverseMatch:
            continue
        yield way


def _page(request: HttpRequest | None) -> str:
    match = getattr(request, "resolver_match", None)
    return (match.view_name or "") if match else ""
