"""What one search finds, by kinds: only what the asker's role comes to, each kind with as many questions whoever is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from globa.care.dwellings import Dwelling
from globa.registry.people import Person
from globa.registry.policy import Area, may_enter
from globa.reports.texts.searching import search
from globa.vocabulary.period import Period
from globa.web.figures.breaking import capital
from globa.web.figures.choosing import organisations_for, recorded_years
from globa.web.figures.places import Place
from globa.web.find.asking import asked_before, digits_in
from globa.web.find.figures import called_without_marks
from globa.web.find.numbered import number_in, numbered
from globa.web.find.pages_named import pages_named
from globa.web.find.plans import plans_saying
from globa.web.guide.searching import parts_saying
from globa.web.heard import says, words_of
from globa.web.names.initials import called_by_initials, initials_in
from globa.web.names.kept import Asked
from globa.web.names.people import found
from globa.web.reports.rights import seen_by
from globa.web.reports.states import tag_of, title_of
from globa.web.whereabouts import PlacedRequest, role_of

SHOWN = 20
OF_OTHERS = 8
REPORTS = 300


@dataclass(frozen=True)
class Line:
    title: str
    address: str
    about: str = ""
    person: Person | None = None


@dataclass(frozen=True)
class Group:
    code: str
    title: str | Promise
    lines: list[Line]
    is_cut: bool = False


Lines = Callable[[PlacedRequest, Asked], list[Line]]


def groups(request: PlacedRequest, looked_for: Asked) -> list[Group]:
    """Those that have something, people first."""
    role = role_of(request)
    there = [(code, title, finds, most) for code, title, area, finds, most in KINDS if may_enter(role, area)]
    all_of_them = [(code, title, finds(request, looked_for), most) for code, title, finds, most in there]
    return [Group(code, title, lines[:most], len(lines) > most) for code, title, lines, most in all_of_them if lines]


def _people(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    people = Person.objects.visible_to(request.user).surviving()
    if looked_for.code:
        same = list(people.filter(personal_code_lookup=looked_for.code))
    else:
        same = list(found(people, looked_for.text)[: SHOWN + 1])
        if initials := initials_in(looked_for.text):
            same += [one for one in called_by_initials(people, initials, SHOWN + 1) if one not in same]
    return [Line(str(one), reverse("people-person", args=[one.pk]), person=one) for one in same]


def _numbered(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    return [Line(*one) for one in numbered(request, looked_for.text)]


def _enquiries(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    return [Line(*one) for one in asked_before(request.user, looked_for.text)]


def _organisations(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    asked = words_of(looked_for.text)
    named = [one for one in organisations_for(request.user) if says(f"{one.name} {one.initials}", asked)] if asked else []
    year = _year(request) if named else None
    return [Line(one.name, Place(one, year).address, str(one.get_kind_display())) for one in named if year]


def _homes(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    asked = words_of(looked_for.text)
    homes = list(Dwelling.objects.visible_to(request.user).order_by("name")) if asked else []
    named = [one for one in homes if says(f"{one.name} {one.code}", asked)]
    return [Line(one.name, reverse("dwellings-dwelling", args=[one.code]), str(one.get_kind_display())) for one in named]


def _reports(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    asked = words_of(looked_for.text)
    reports = list(seen_by(request).newest_first()[:REPORTS]) if asked else []  # type: ignore[attr-defined]
    lines = []
    for one in reports:
        title = title_of(one.form, one.period)
        if says(f"{title} {one.number} {one.shown_number} {one.organisation}", asked):
            lines.append(Line(title, reverse("reports-report", args=[one.pk]), f"{one.organisation}, {tag_of(one).words}"))
    return lines


def _plans(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    return [Line(*one) for one in plans_saying(request.user, request.organisation, words_of(looked_for.text))]


def _figures(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    says_no_word = any(heard(looked_for.text) for heard in (number_in, digits_in, initials_in))
    is_named = looked_for.text and not says_no_word
    cards = (search(looked_for.text) or called_without_marks(words_of(looked_for.text))) if is_named else []
    among = organisations_for(request.user) if cards else []
    if not among:
        return []
    own = next((one for one in among if request.organisation and one.pk == request.organisation.pk), among[0])
    place = Place(own, _year(request))
    return [Line(capital(_(card.title)), place.figure(card.code), _(card.means)) for card in cards]


def _guide(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    saying = parts_saying(words_of(looked_for.text), role_of(request), OF_OTHERS + 1)
    return [Line(part.title, place.address, chapter) for place, part, chapter in saying]


def _pages(request: PlacedRequest, looked_for: Asked) -> list[Line]:
    return [Line(str(one.title), one.address, str(one.about)) for one in pages_named(request, words_of(looked_for.text))]


def _year(request: PlacedRequest) -> Period:
    return Period.year(recorded_years(request.user).last_full)


KINDS: tuple[tuple[str, str | Promise, Area, Lines, int], ...] = (
    ("people", gettext_lazy("People"), Area.PEOPLE, _people, SHOWN),
    ("numbered", pgettext_lazy("found", "Records of this number"), Area.OWN, _numbered, OF_OTHERS),
    ("enquiries", pgettext_lazy("found", "Who asked the centre"), Area.ENQUIRIES, _enquiries, OF_OTHERS),
    ("organisations", gettext_lazy("Institutions"), Area.FIGURES, _organisations, OF_OTHERS),
    ("homes", gettext_lazy("Homes and places"), Area.HOMES, _homes, OF_OTHERS),
    ("reports", gettext_lazy("Reports"), Area.REPORTS, _reports, OF_OTHERS),
    ("plans", gettext_lazy("Plans and measures"), Area.PLANS, _plans, OF_OTHERS),
    ("figures", gettext_lazy("Figures"), Area.FIGURES, _figures, OF_OTHERS),
    ("pages", pgettext_lazy("found", "Pages"), Area.OWN, _pages, OF_OTHERS),
    ("guide", gettext_lazy("Guide"), Area.OWN, _guide, OF_OTHERS),
)
