"""Every page is in the committed list, with whoever answers for it; what is not listed opens to nobody."""

from __future__ import annotations

import tomllib

import pytest

from globa.web.routes import LIST, routes
from tests.architecture import pages

# The parts of which pages are made, shown with samples.
SAMPLES = {"kit", "kit-definition"}
# Of the provider of sign-ins: nobody signs up by it or chooses it alone, so the gate keeps them closed.
CLOSED = {"socialaccount_signup", "socialaccount_connections"}
# One's own half-written forms and dropped documents, which nobody else reads.
NOT_JOURNALLED = {"drafts-keep", "drafts-discard", "reports-checks", "reports-check", "reports-check-answer", "reports-check-protocol"}
LISTED = tomllib.loads(LIST.read_text())

OURS = {name for name, owner in pages.routes_of_the_resolver().items() if owner.startswith("globa.web")} - SAMPLES


def test_every_route_is_listed_and_nothing_else() -> None:
    there = pages.routes_of_the_resolver()
    assert (sorted(set(there) - set(LISTED) - CLOSED), sorted(set(LISTED) - set(there))) == ([], [])


def test_a_route_that_nobody_listed_is_found() -> None:
    assert "people-person" in set(pages.routes_of_the_resolver()) - (set(LISTED) - {"people-person"})


def test_every_page_names_the_module_that_answers() -> None:
    there = pages.routes_of_the_resolver()
    assert {name: said.get("owner") for name, said in LISTED.items()} == {name: there[name] for name in LISTED}


def test_every_page_says_its_area_its_class_and_its_journal() -> None:
    assert {name for name, said in LISTED.items() if set(said) != {"owner", "area", "class", "journal"}} == set()
    assert {said["journal"] for said in LISTED.values()} <= {"none", "names", "file"}


def test_a_page_that_shows_a_person_is_journalled() -> None:
    silent = {name for name, route in routes().items() if pages.ORDER.index(route.sensitivity.name) >= 2 and route.journal == "none"}
    assert silent == NOT_JOURNALLED


@pytest.mark.parametrize("name", sorted(OURS))
def test_no_template_prints_more_than_the_page_says(name: str) -> None:
    printed = max((pages.highest_printed(one) for one in pages.templates_of(pages.views()[name])), key=pages.ORDER.index, default="S0")
    assert pages.ORDER.index(printed) <= pages.ORDER.index(LISTED[name]["class"]), f"{name} prints {printed}"


def test_what_a_template_prints_is_told() -> None:
    assert "people/person.html" in pages.templates_of(pages.views()["people-person"])
    assert pages.CLASS["note"] == "S3"
    assert pages.highest_printed("services/service.html") == "S3"
