"""The contents of the guide: its chapters in their order, for whom each is, and which pages its parts explain."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import reverse

from globa.registry.accounts.roles import Role

LIST = "guide.toml"
NEWS = "news"


@dataclass(frozen=True)
class Chapter:
    """One file of each language. `parts` are its headings in order: an anchor, and the view names of the pages explained there."""

    slug: str
    roles: frozenset[Role]
    parts: dict[str, tuple[str, ...]]

    @property
    def is_for_everybody(self) -> bool:
        return not self.roles


@dataclass(frozen=True)
class Place:
    """A part of a chapter."""

    chapter: Chapter
    part: str

    @property
    def address(self) -> str:
        return f"{reverse('guide-chapter', args=[self.chapter.slug])}#{self.part}"

    @property
    def alone(self) -> str:
        """Where the part stands without its page, to be put beside another one."""
        return reverse("guide-part", args=[self.chapter.slug, self.part])


@cache
def chapters() -> dict[str, Chapter]:
    listed = tomllib.loads((settings.GLOBA_GUIDE / LIST).read_text())
    return {slug: _chapter(slug, said) for slug, said in listed.items()}


def _chapter(slug: str, said: dict[str, dict[str, list[str]]]) -> Chapter:
    return Chapter(slug, frozenset(map(Role, said.get("for", ()))), {part: tuple(pages) for part, pages in said["parts"].items()})


def newest_news() -> str:
    """The part of the news that stands first, by which an account's mark knows whether it was read."""
    return next(iter(chapters()[NEWS].parts))


def place_explaining(page: str, role: str) -> Place | None:
    """
    In the chapter of one's own role before one for everybody, and in that before another role's.

    A page that no part names is explained where the first page of its part of the menu is: “plans” for “plans-line”.
    """
    places = _places()
    found = places.get(page) or places.get(page.partition("-")[0]) or []
    return min(found, key=lambda place: _distance(place.chapter, role), default=None)


@cache
def _places() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for chapter in chapters().values():
        for part, pages in chapter.parts.items():
            for page in pages:
                found.setdefault(page, []).append(Place(chapter, part))
    return found


def _distance(chapter: Chapter, role: str) -> int:
    return 0 if role in chapter.roles else 1 if chapter.is_for_everybody else 2
