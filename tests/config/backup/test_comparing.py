"""What differs between a backup and what came back of it; which keys it needs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection

from globa.config.backup.contents import PASSING, SEALED, Contents, Signed
from globa.config.backup.database import Database
from globa.config.backup.filling import Manner
from globa.config.backup.key_marks import KeyMarks
from globa.config.backup.verifying import Difference, differences
from globa.config.keys import Keys

HELD = Contents(
    tables={"care_stay": 3}, walls={"policies": 9}, signed=(Signed("id", "HE-2023-A1", "a", "a"),), migrations=("care.0001",), extensions=()
)
KEYS = Keys("secret", {"1": b"1" * 32, "2": b"2" * 32}, b"l" * 32)
COLUMNS = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea'"
# Not sealed: an act that somebody added, as it was added.
OPEN = {("registry_file", "content")}


@pytest.mark.parametrize(
    ("found", "difference"),
    [
        (replace(HELD, tables={"care_stay": 2}), Difference("care_stay", 3, 2)),
        (replace(HELD, tables={}), Difference("care_stay", 3, None)),
        (replace(HELD, walls={"policies": 8}), Difference("policies", 9, 8)),
        (replace(HELD, migrations=()), Difference("care.0001", "+", None)),
        (replace(HELD, signed=()), Difference("report HE-2023-A1", "a", None)),
        (replace(HELD, signed=(Signed("id", "HE-2023-A1", "a", "b"),)), Difference("report HE-2023-A1", "a", "b")),
        (replace(HELD, signed=(Signed("id", "HE-2023-A1", "b", "b"),)), Difference("report HE-2023-A1", "a", "b")),
        (replace(HELD, signed=(Signed("id", "HE-2023-A1", "b", "a"),)), Difference("report HE-2023-A1", "a", "a")),
    ],
)
def test_each_difference_is_named(found: Contents, difference: Difference) -> None:
    assert differences(HELD, found) == [difference]


def test_a_report_that_was_broken_before_it_was_packed_is_named_too() -> None:
    broken = replace(HELD, signed=(Signed("id", "HE-2023-A1", "a", "b"),))
    assert differences(broken, broken) == [Difference("report HE-2023-A1", "a", "b")]
    assert differences(HELD, HELD) == []


@pytest.mark.parametrize(
    ("at_hand", "missing"),
    [
        (KEYS, []),
        (Keys("other", {"2": b"2" * 32}, b"l" * 32), []),
        (Keys("secret", {"1": b"1" * 32}, b"l" * 32), ["2"]),
        (Keys("secret", {"2": b"x" * 32}, b"l" * 32), ["2"]),
        (Keys("secret", {"2": b"2" * 32}, b"x" * 32), ["lookup"]),
        (None, ["2", "lookup"]),
    ],
)
def test_only_keys_that_sealed_something_are_needed(at_hand: Keys | None, missing: list[str]) -> None:
    assert KeyMarks.of(KEYS, ("2",)).missing_in(at_hand) == missing


@pytest.mark.django_db
@pytest.mark.owner
def test_every_column_that_may_be_sealed_is_asked_for_its_key() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea'"
        )
        found = {(table, column) for table, column in cursor.fetchall() if table not in PASSING}
    assert found - OPEN == set(SEALED)


@pytest.mark.django_db
@pytest.mark.owner
def test_lists_that_every_installation_has_are_no_records() -> None:
    known = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "dbname": "NAME"}
    assert Database({name: str(known[theirs]) for name, theirs in names.items()}).is_empty()


@pytest.mark.parametrize(
    ("entry", "anew", "beside"),
    [
        ("TABLE public care_stay globa_owner", False, False),
        ("TABLE DATA public care_stay globa_owner", False, False),
        ("POLICY public care_stay own_rows globa_owner", True, False),
        ("ROW SECURITY public care_stay globa_owner", True, False),
        ("ACL public TABLE care_stay globa_owner", True, True),
        ("SCHEMA - facts globa_owner", True, False),
        ("VIEW facts stays globa_owner", True, False),
        ("EXTENSION - btree_gist ", False, False),
        ("COMMENT - EXTENSION btree_gist ", True, True),
        ("FK CONSTRAINT public care_stay facts globa_owner", False, False),
    ],
)
def test_walls_are_not_put_back_but_built(entry: str, anew: bool, beside: bool) -> None:
    assert (Manner.ANEW.leaves_out(entry), Manner.BESIDE.leaves_out(entry)) == (anew, beside)
