"""Parts of the guide in the box that finds everything: by their words, those of one's own role first."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language

from globa.web.guide.contents import Place, chapters
from globa.web.guide.texts import Part, text_of
from globa.web.heard import is_heard, words_of


def parts_saying(asked: list[str], role: str, most: int) -> list[tuple[Place, Part, str]]:
    """Each with the title of its chapter. A word of a title counts more than one of the text."""
    found = sorted(_saying(asked, role), key=lambda one: one[0]) if asked else []
    return [one[1:] for one in found[:most]]


def _saying(asked: list[str], role: str) -> Iterator[tuple[tuple[bool, bool], Place, Part, str]]:
    language = "en" if get_language() == "en" else "lt"
    for chapter in chapters().values():
        text = text_of(chapter.slug, language)
        for part in text.parts:
            if _says(part.words, asked):
                is_others = bool(chapter.roles) and role not in chapter.roles
                is_in_title = _says(frozenset(words_of(f"{text.title} {part.title}")), asked)
                yield (not is_in_title, is_others), Place(chapter, part.anchor), part, text.title


def _says(words: frozenset[str], asked: list[str]) -> bool:
    return all(one in words or any(is_heard(one, word) for word in words) for one in asked)
