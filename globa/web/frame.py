"""What stands around every page: the way to the others, who is signed in and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
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
STANDS_UNDER = {"carers": "enquiries"}
"""Pages without a way of their own in the menu, and under which they are."""
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

    @cached_property
    def key(self) -> tuple[object, ...]:
        """All that what stands around the page depends on; open emergencies are asked each time."""
        help = (self.help.chapter.slug, self.help.part) if self.help else None
        ways = tuple(way.name for way in self.ways)
        told = (self.is_demonstration, self.is_without_second_factor, self.shows_letters)
        who = (self.signed_in_as, self.works_at, self.may_choose_place, self.record is not None, self.has_news)
        return (self.language, self.page, ways, *who, *told, help)

    @property
    def part(self) -> str:
        """The way that the page belongs to: “people” for “people-person”."""
        part = self.page.partition("-")[0]
        return STANDS_UNDER.get(part, part)

    @property
    def dock(self) -> tuple[Way, ...]:
        """What lies under the thumb on a phone; a carer has no services to record, but a page of their own."""
        mine = next((way for way in self.ways if way.name == "mine"), None)
        return tuple(way for way in (*self.ways[:1], mine, FIND, self.record) if way)


def frame_of(request: HttpRequest | None) -> Frame:
    """A frame without a request, or for nobody signed in, leads nowhere but to the sign-in."""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    page, role = _page(request), role_of(request) if request else ""
    organisation = getattr(request, "organisation", None) if known else None
    return Frame(
        ways=_open_to(role, organisation.kind if organisation else "", get_urlconf()) if request and known else (),
        page=page,
        record=RECORD if request and known and may_give(request) and _is_there(RECORD.name, get_urlconf()) else None,
        signed_in_as=(getattr(user, "name", "") or str(user)) if known else "",
        works_at=str(organisation or ""),
        may_choose_place=getattr(getattr(request, "appointment", None), "of_places", 1) > 1,
        language=(get_language() or settings.LANGUAGE_CODE)[:2],
        is_demonstration=bool(getattr(settings, "GLOBA_IS_DEMONSTRATION", False)),
        is_without_second_factor=not getattr(settings, "GLOBA_SECOND_FACTOR_NEEDED", True),
        shows_letters=letters_are_shown(),
        emergencies=tuple(open_now(request)) if known else (),
        help=place_explaining(page, role) if request else None,
        has_news=known and getattr(user, "news_read", "") != newest_news(),
    )


@cache
def _open_to(role: str, kind: str, pages: str | None) -> tuple[Way, ...]:
    """Only where the role comes at all, from a place of work of this kind."""
    at_work = (way for way in WAYS if (not way.at or kind in way.at) and _is_there(way.name, pages))
    return tuple(way for way in at_work if (route := route_named(way.name)) and may_enter(role, route.area))


@cache
def _is_there(name: str, _pages: str | None) -> bool:
    """Only pages that this installation has: a way to nowhere is not shown."""
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


def _page(request: HttpRequest | None) -> str:
    match = getattr(request, "resolver_match", None)
    return (match.view_name or "") if match else ""
