"""The tables of what must come out are whole: every page, every role, every relation."""

from __future__ import annotations

from globa.registry.accounts.roles import Role
from tests.architecture.pages import routes_of_the_resolver
from tests.architecture.test_routes import CLOSED
from tests.matrix import expected, test_casework, test_home, test_office, test_specialists
from tests.matrix.world import EVERYBODY, NOBODY, WITHOUT, Lives, Relation

FILES = (test_office, test_casework, test_specialists, test_home)


def test_every_route_has_an_expectation_and_every_expectation_a_route() -> None:
    assert {page.route for page in expected.pages()} == set(routes_of_the_resolver()) - CLOSED


def test_every_role_is_asked_once() -> None:
    assert sorted(role for file in FILES for role in file.ROLES) == sorted(EVERYBODY)


def test_every_part_says_of_every_role_whether_it_comes_in() -> None:
    for page in expected.pages():
        assert all(isinstance(expected.comes_in(page.part, role), bool) for role in (*Role.values, WITHOUT, NOBODY))


def test_every_relation_says_of_every_role_how_far_it_opens() -> None:
    adults = {Relation.PARENT_OF_OWN, Relation.PARENT_OF_SAME, Relation.APPLICANT}
    for relation in Relation:
        for lives in Lives:
            if relation not in adults or lives is Lives.HOME:
                assert {expected.opened(relation, lives, role) for role in Role.values} <= {"f", "n", "-"}
