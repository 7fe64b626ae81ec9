"""What comes back is what went in; what cannot come back whole changes nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from globa.config.backup import packing, postgres
from globa.config.keys import from_file
from tests.config.backup.installation import Installation
from tests.config.backup.planting import CODE

Empty = Callable[[], Installation]
REPORTS = "SELECT report_id, fingerprint, document FROM reports_signedcontent ORDER BY 1"
OPENED = f"""
import django; django.setup()
from globa.registry.models import Person
from globa.registry.personal_codes import decrypt
found = Person.objects.get(personal_code_sealed__isnull=False)
assert decrypt(found.personal_code_sealed, found.pk) == "{CODE}"
"""


def shortened(packed: Path, to: Path) -> Path:
    """A backup that is consistent in itself, whose dump ends in the middle: only pg_restore can notice."""
    import hashlib
    import json

    with zipfile.ZipFile(packed) as opened:
        dump = opened.read(packing.DUMP)[:-20_000]
        manifest = json.loads(opened.read(packing.MANIFEST))
    manifest["files"] = [{"name": packing.DUMP, "size": len(dump), "sha256": hashlib.sha256(dump).hexdigest()}]
    with zipfile.ZipFile(to, "w") as made:
        made.writestr(packing.DUMP, dump)
        made.writestr(packing.MANIFEST, json.dumps(manifest))
    return to


def test_in_an_empty_server_every_signed_report_is_equal(source: Installation, packed: Path, empty: Empty) -> None:
    other = empty()
    other.take_keys_of(source)
    told = other.did("restore", packed)
    assert (told["signed reports"], told["differ"]) == (3, 0)
    assert other.ask(REPORTS) == source.ask(REPORTS)
    other.did("check")
    with other.running():
        assert other.globa("shell", "--verbosity", "0", "-c", OPENED).returncode == 0


def test_walls_stand_after_a_restore(source: Installation, packed: Path, empty: Empty) -> None:
    other = empty()
    other.take_keys_of(source)
    other.did("restore", packed)
    policies = "SELECT tablename, policyname, roles::text, qual FROM pg_policies ORDER BY 1, 2"
    assert other.ask(policies) == source.ask(policies)
    rights = "SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = 'globa_web' ORDER BY 1, 2"
    assert other.ask(rights) == source.ask(rights)


def test_without_the_keys_nothing_is_made_or_changed(packed: Path, empty: Empty) -> None:
    other = empty()
    refused = other.globa("restore", packed)
    assert (refused.returncode, "needed are: 1, lookup" in refused.stderr) == (2, True)
    assert list(other.var.iterdir()) == []


def test_with_other_keys_it_is_refused_until_that_is_said_to_be_meant(packed: Path, empty: Empty) -> None:
    other = empty()
    from_file(other.var / "keys.json")
    assert "needed are: 1, lookup" in other.globa("restore", packed).stderr
    told = other.globa("restore", packed, "--without-keys", "--json")
    assert told.returncode == 0, told.stderr
    assert "These keys are missing" in told.stderr


def test_records_are_replaced_only_when_asked_to(source: Installation, packed: Path, empty: Empty) -> None:
    other = empty()
    other.take_keys_of(source)
    other.did("restore", packed)
    other.ask("UPDATE registry_organisation SET name = 'Changed' WHERE code = 'here'")
    refused = other.globa("restore", packed)
    assert (refused.returncode, "add --replace" in refused.stderr) == (2, True)
    other.did("restore", packed, "--replace")
    assert other.ask("SELECT name FROM registry_organisation WHERE code = 'here'") == [("Here",)]


def test_while_somebody_works_nothing_is_replaced(source: Installation, packed: Path) -> None:
    import psycopg

    with source.running() as server:
        where = f"host='{server.socket_folder}' port={server.port} user=globa_web dbname=globa"
        with psycopg.connect(where):
            refused = source.globa("restore", packed, "--replace")
    assert (refused.returncode, "Stop Globa" in refused.stderr) == (2, True)


def test_a_restore_that_fails_on_the_way_leaves_everything_as_it_was(source: Installation, packed: Path, folder: Path) -> None:
    before = source.ask(REPORTS)
    refused = source.globa("restore", shortened(packed, folder / "short.backup"), "--replace")
    assert (refused.returncode, "nothing was changed" in refused.stderr) == (2, True)
    assert source.ask(REPORTS) == before
    source.did("check")


def test_a_server_with_too_few_locks_is_told_of_by_the_setting_that_helps() -> None:
    said = 'psql:<stdin>:9: ERROR:  out of shared memory\nHINT:  You might need to increase "max_locks_per_transaction".'
    assert "max_locks_per_transaction = 256" in str(postgres.failed("psql", said))
    assert "relation is gone" in str(postgres.failed("psql", "psql: ERROR:  relation is gone"))
