"""Make a backup of everything but the keys, or try one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.config.language import translator
from globa.vocabulary.words import message as _

DIFFERS = 1
NEEDS_KEYS = _("Keys are not in it. To open it these are needed: %(keys)s. Keep them apart from it.")
FORGOTTEN = _("Removed as older than the last %(keep)s: %(path)s")
WHOLE = _("The backup %(path)s is whole: all of it came back as it was (rows: %(rows)s, tables: %(tables)s, signed reports: %(reports)s).")
BROKEN = _("The backup %(path)s did not come back as it was made. Differences: %(count)s.")


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["verify"]:
        return _verify(arguments[1:])
    parser = Arguments("backup", __doc__ or "")
    parser.add_argument("file", metavar="FILE|FOLDER", type=Path)
    parser.add_argument("--keep", type=int, metavar="NUMBER")
    parser.add_argument("--alone", action="store_true")
    parser.add_json()
    asked = parser.parse_args(arguments)
    if asked.keep is not None and (asked.keep < 1 or not asked.file.is_dir()):
        parser.error("--keep")
    # Already resolved: the commands below may run in another folder.
    place: Path = asked.file.absolute()
    with records():
        if asked.alone:
            _refuse_others()
        return _save(place, asked.keep, as_json=asked.as_json)


def _refuse_others() -> None:
    """For who is about to change the tables: nobody may be working on them."""
    from globa.config.backup.database import Database
    from globa.config.backup.refusals import StillInUse

    if others := Database.of_the_owner().others():
        raise StillInUse(others)


def _save(place: Path, keep: int | None, *, as_json: bool) -> int:
    from django.conf import settings

    from globa.config.backup import saving
    from globa.config.backup.database import Database
    from globa.config.backup.keys_at_hand import keys_at_hand
    from globa.journal.backups import LastBackup, remember

    keys = keys_at_hand()
    assert keys is not None
    made = saving.save(place, Database.of_the_owner(), keys, Path(settings.MEDIA_ROOT))
    manifest, size = made.manifest, made.path.stat().st_size
    remember(LastBackup(manifest.id, datetime.fromisoformat(manifest.made_at), size))
    translate = translator()
    needed = ", ".join([*manifest.keys.needed, "lookup"])
    printing.said(translate(NEEDS_KEYS) % {"keys": needed})
    for path in saving.forget_older(place, keep) if keep else ():
        printing.said(translate(FORGOTTEN) % {"keep": keep, "path": path})
    rows, reports = sum(manifest.contents.tables.values()), len(manifest.contents.signed)
    printing.result({"file": str(made.path), "bytes": size, "rows": rows, "signed reports": reports}, as_json=as_json)
    return 0


def _verify(arguments: Sequence[str]) -> int:
    parser = Arguments("backup verify", __doc__ or "")
    parser.add_argument("file", metavar="FILE|FOLDER", type=Path)
    parser.add_json()
    asked = parser.parse_args(arguments)
    from globa.config.backup import packing, saving
    from globa.config.backup.verifying import verify

    backup = packing.read(saving.newest(asked.file.absolute()))
    found = verify(backup)
    told = backup.manifest.contents
    values = {
        "path": backup.path,
        "rows": sum(told.tables.values()),
        "tables": len(told.tables),
        "reports": len(told.signed),
        "count": len(found),
    }
    printing.said(translator()(BROKEN if found else WHOLE) % values)
    if found or asked.as_json:
        printing.result([asdict(one) for one in found], as_json=asked.as_json)
    if not found:
        _remember(backup.manifest.id)
    return DIFFERS if found else 0


def _remember(id: str) -> None:
    """A backup may be tried on another machine, which has neither keys nor records: nothing is made there."""
    from globa.config import connection, paths

    if not connection.is_external() and not (paths.var() / "keys.json").exists():
        return
    os.environ.setdefault("GLOBA_DATABASE_ROLE", "owner")
    from globa.journal.backups import remember_verified

    remember_verified(id)
