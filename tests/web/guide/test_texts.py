"""Both languages of the guide say the same, name only what there is, and explain every page."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import resolve

from globa.registry.accounts.roles import Role
from globa.web.guide.contents import chapters, place_explaining
from globa.web.guide.texts import file_of, text_of
from globa.web.routes import routes

LANGUAGES = ("lt", "en")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]*)\)")
NORMS = Path(__file__).resolve().parents[3] / "globa" / "registry" / "reference" / "norms.csv"
# The guide itself, and what is no page to read.
NOT_EXPLAINED = {"guide", "guide-chapter", "guide-part", "health", "ready", "drafts-keep", "drafts-discard", "set_language"}


def links(slug: str, language: str) -> Iterator[tuple[str, str]]:
    """Every link with its words; pictures have none that matter."""
    for picture, words, address in LINK.findall(file_of(slug, language).read_text()):
        yield ("" if picture else words, address)


def addresses(slug: str, language: str, of: str) -> list[str]:
    return [address for _words, address in links(slug, language) if address.startswith(of)]


def test_each_chapter_is_written_in_both_languages_and_nothing_else_is() -> None:
    for language in LANGUAGES:
        assert {file.stem for file in (settings.GLOBA_GUIDE / language).glob("*.md")} == set(chapters())


@pytest.mark.parametrize("slug", list(chapters()))
def test_both_languages_have_the_same_parts_pictures_norms_and_links(slug: str) -> None:
    lithuanian, english = (text_of(slug, language) for language in LANGUAGES)
    assert [part.anchor for part in lithuanian.parts] == [part.anchor for part in english.parts]
    assert [part.norms for part in lithuanian.parts] == [part.norms for part in english.parts]
    for of in ("/", "../pictures/"):
        told = [[one.replace("/lt/", "/en/") for one in addresses(slug, language, of)] for language in LANGUAGES]
        assert told[0] == told[1]


@pytest.mark.parametrize("slug", list(chapters()))
def test_every_address_named_in_the_guide_is_one_of_the_site(slug: str) -> None:
    for language in LANGUAGES:
        assert all(resolve(address) for address in addresses(slug, language, "/"))


@pytest.mark.parametrize("slug", list(chapters()))
def test_a_link_to_another_chapter_leads_to_a_part_that_it_has(slug: str) -> None:
    for language in LANGUAGES:
        for _words, address in links(slug, language):
            file, _, part = address.partition("#")
            if file.endswith(".md"):
                assert not part or part in chapters()[file.removesuffix(".md")].parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_that_is_shown_is_there_and_every_one_there_is_shown(language: str) -> None:
    shown = {Path(address).name for slug in chapters() for address in addresses(slug, language, f"../pictures/{language}/")}
    assert shown == {file.name for file in (settings.GLOBA_GUIDE / "pictures" / language).glob("*.png")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_in_words_what_it_shows(language: str) -> None:
    for slug in chapters():
        assert all(words for picture, words, _address in LINK.findall(file_of(slug, language).read_text()) if picture)


def test_a_number_of_a_norm_is_the_one_of_the_reference() -> None:
    with NORMS.open() as file:
        national = {row["code"]: row["value"] for row in csv.DictReader(file) if not row["municipality"] and not row["until"]}
    for slug in chapters():
        for language in LANGUAGES:
            for words, address in links(slug, language):
                if address.startswith("norm:"):
                    assert words == national[address.removeprefix("norm:")], f"{language}/{slug}: {address}"


def test_only_pages_of_the_program_are_explained() -> None:
    explained = {page for chapter in chapters().values() for part in chapter.parts.values() for page in part}
    assert explained - set(routes()) == set()


def test_every_page_that_somebody_opens_is_explained() -> None:
    """By itself, or with the first page of its part of the menu; a part that is not belongs into docs/guide/guide.toml."""
    unexplained = {page for page in routes() if place_explaining(page, Role.HEAD) is None}
    assert unexplained - NOT_EXPLAINED == set()


def test_every_role_has_a_chapter_of_its_own() -> None:
    assert {role for chapter in chapters().values() for role in chapter.roles} == set(Role)


def test_what_stands_as_html_in_a_text_is_no_markup() -> None:
    from globa.web.guide.texts import _markdown

    assert "&lt;script&gt;" in _markdown().render("<script>x</script>")
