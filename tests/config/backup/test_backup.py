"""A backup is whole, says so itself, and holds no key."""

from __future__ import annotations

import base64
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from globa.config import cluster
from globa.config.backup import packing
from tests.config.backup.installation import Installation

TAMPERED = """
    ALTER TABLE reports_signedcontent DISABLE TRIGGER USER;
    UPDATE reports_signedcontent SET document = replace(document, '2022', '2O22') WHERE document LIKE '%Report 2022%';
    ALTER TABLE reports_signedcontent ENABLE TRIGGER USER;
"""


def dumped(packed: Path) -> bytes:
    """The dump as SQL, as somebody who found the file would read it."""
    with zipfile.ZipFile(packed) as opened:
        dump = opened.read(packing.DUMP)
    return subprocess.run([cluster.binaries() / "pg_restore", "--file=-"], input=dump, capture_output=True, check=True).stdout


def test_a_backup_is_its_makers_alone_and_leaves_nothing_beside_it(packed: Path) -> None:
    assert packed.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in packed.parent.iterdir() if "draft" in path.name] == []


def test_no_key_is_in_a_backup(source: Installation, packed: Path) -> None:
    kept = json.loads((source.var / "keys.json").read_text())
    written = [kept["secret_key"], kept["lookup_key"], kept["encryption_keys"].partition(":")[2]]
    raw = [base64.b64decode(key) for key in written[1:]]
    forms = [key.encode() for key in written] + raw + [key.hex().encode() for key in raw]
    everything = packed.read_bytes() + dumped(packed)
    assert [form for form in forms if form in everything] == []
    assert b"Jonas" in dumped(packed)


def test_a_backup_says_which_keys_open_it(packed: Path) -> None:
    assert packing.read(packed).manifest.keys.needed == ("1",)


def test_nobody_who_is_signed_in_goes_along(packed: Path) -> None:
    assert b"COPY public.registry_user (" in dumped(packed)
    assert not any(f"COPY public.{table} (".encode() in dumped(packed) for table in ("django_session", "registry_session"))


def last_of(installation: Installation) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((installation.var / "last-backup.json").read_text())
    return known


def test_a_backup_that_came_back_as_it_was_made_is_whole_and_remembered_as_tried(source: Installation, folder: Path) -> None:
    made = Path(source.did("backup", folder / "last.backup")["file"])
    assert (last_of(source)["id"], last_of(source)["verified_at"]) == (packing.read(made).manifest.id, None)
    assert source.did("backup", "verify", made) == []
    assert last_of(source)["size"] == made.stat().st_size
    assert last_of(source)["verified_at"] is not None


def test_a_report_that_was_changed_behind_its_signature_is_named(source: Installation, packed: Path, folder: Path) -> None:
    other = Installation(folder / "tampered")
    subprocess.run(["cp", "-a", source.var, other.var], check=True)
    other.ask(TAMPERED)
    other.did("backup", folder / "tampered.backup")
    found = other.globa("backup", "verify", folder / "tampered.backup", "--json")
    assert found.returncode == 1
    (difference,) = json.loads(found.stdout)
    assert difference["what"] == "report HE-2022-A1"
    assert difference["in_backup"] != difference["put_back"]
    told = json.loads(other.globa("check", "--json").stdout)["invariants"]
    assert [one["name"] for one in told if not one["holds"]] == ["signed_as_it_stands"]


def test_a_damaged_file_is_refused(source: Installation, packed: Path, folder: Path) -> None:
    content = bytearray(packed.read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "damaged.backup").write_bytes(content)
    refused = source.globa("backup", "verify", folder / "damaged.backup")
    assert refused.returncode == 2
    assert "is not a whole backup of Globa" in refused.stderr


def test_a_backup_never_replaces_a_file(source: Installation, packed: Path) -> None:
    before = packed.stat()
    refused = source.globa("backup", packed)
    assert (refused.returncode, "never replaces one" in refused.stderr) == (2, True)
    assert packed.stat() == before


def test_in_a_folder_the_newest_are_kept(source: Installation, folder: Path) -> None:
    kept = folder / "kept"
    kept.mkdir()
    for name in ("globa-2020-01-01T000000Z.backup", "globa-2020-01-02T000000Z.backup", "mine.backup"):
        (kept / name).touch()
    made = Path(source.did("backup", kept, "--keep", "2")["file"])
    assert {path.name for path in kept.iterdir()} == {made.name, "globa-2020-01-02T000000Z.backup", "mine.backup"}
