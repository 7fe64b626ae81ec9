"""Row security holds on every table, its history and every view; the roles that serve people cannot walk past it."""

from __future__ import annotations

import pytest
from django.db import connection

from globa.config.database import policies
from globa.journal.protection import Protection
from tests.architecture import catalogue, declarations
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db

READ, ADD, WRITE = {"SELECT"}, {"SELECT", "INSERT"}, {"SELECT", "INSERT", "UPDATE"}
OF_ACCOUNTS = {
    "registry.User": {"INSERT", "UPDATE"},
    "registry.Appointment": {"INSERT", "UPDATE", "DELETE"},
    "registry.FactorReset": {"INSERT", "UPDATE"},
    "registry.Letter": {"INSERT", "UPDATE"},
}


def plant(as_owner: Stepping, sql: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_views_show_what_the_asker_may_see() -> None:
    assert catalogue.views_that_forget_who_asks() == []


def test_a_view_that_shows_what_its_owner_sees_is_found(as_owner: Stepping) -> None:
    plant(as_owner, "CREATE VIEW facts.planted AS SELECT id FROM care_stay")
    assert catalogue.views_that_forget_who_asks() == ["the view facts.planted shows what its owner sees"]


def test_every_table_of_case_rows_enforces_who_may_see_them_and_so_does_its_history() -> None:
    assert catalogue.unprotected_tables() == []


@pytest.mark.parametrize(
    "defect",
    [
        "ALTER TABLE care_stay DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE care_stay NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON care_stay",
        "CREATE POLICY everybody ON care_stay USING (true) WITH CHECK (true)",
    ],
)
def test_a_table_left_open_is_found(as_owner: Stepping, defect: str) -> None:
    plant(as_owner, defect)
    assert catalogue.unprotected_tables() == ["the table care_stay is open"]


def test_a_history_left_open_is_found(as_owner: Stepping) -> None:
    plant(as_owner, "ALTER TABLE care_stayevent DISABLE ROW LEVEL SECURITY")
    assert catalogue.unprotected_tables() == ["the table care_stayevent is open"]


def test_every_model_with_an_organisation_is_protected_by_it() -> None:
    open_ones = {
        model._meta.label
        for model in declarations.recorded_models()
        if "organisation" in declarations.columns_of(model) and policies.protection_of(model) not in policies.SEES
    }
    assert open_ones == {"registry.Appointment", "registry.Belonging"}


def test_the_roles_that_serve_people_own_nothing_and_bypass_nothing() -> None:
    assert catalogue.too_strong() == []


def test_a_role_that_is_too_strong_is_found(as_owner: Stepping) -> None:
    assert catalogue.too_strong(["globa_owner", "globa_web"]) == ["the role globa_owner can walk past row security"]


def test_the_web_adds_to_histories_reads_lists_and_deletes_nothing_but_sessions_and_drafts() -> None:
    rights = catalogue.rights_of("globa_web")
    for model in policies.own_models():
        expected = WRITE
        if policies.protection_of(model) in (Protection.SESSION, Protection.OWN):
            expected = WRITE | {"DELETE"}
        elif policies.protection_of(model) is Protection.ACCOUNT:
            expected = ADD if policies.is_history(model) else READ | OF_ACCOUNTS.get(model._meta.label, set())
        elif policies.protection_of(model) is Protection.SHARED:
            expected = READ
        elif policies.protection_of(model) is Protection.ADMINISTERED:
            expected = ADD if policies.is_history(model) else WRITE
        elif policies.is_history(model) or policies.protection_of(model) in policies.ONLY_ADDED_TO:
            expected = ADD
        elif policies.protection_of(model) is Protection.INDEX:
            expected = set()
        assert rights.get(model._meta.db_table, set()) == expected, model._meta.label


def test_the_public_has_no_right_to_a_whole_table() -> None:
    """What it may read of one, tests/publication/test_outside.py says column by column."""
    assert catalogue.rights_of("globa_public") == {}
