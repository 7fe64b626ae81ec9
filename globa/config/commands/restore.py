"""Put a backup back: into an empty database, or in place of what is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.config.language import translator
from globa.vocabulary.words import message as _

if TYPE_CHECKING:
    from globa.config.backup.packing import Backup

DIFFERS = 1
DONE = _("The backup of %(when)s is put back (rows: %(rows)s, signed reports: %(reports)s). Everybody signs in again.")
CLOSED = _("These keys are missing, and what they sealed stays closed until they are put back: %(keys)s.")
BROKEN = _("The backup is put back, but these signed reports do not have their own fingerprint: %(reports)s.")
AS_IT_WAS = _(
    "The database is as it was when the backup was made. Put back the version of Globa that made it (%(program)s) before you start it."
)


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("restore", __doc__ or "")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--replace", action="store_true")
    parser.add_argument("--without-keys", action="store_true")
    parser.add_argument("--as-it-was", action="store_true")
    parser.add_json()
    asked = parser.parse_args(arguments)
    from globa.config.backup import packing
    from globa.config.backup.keys_at_hand import keys_at_hand
    from globa.config.backup.restoring import refuse_unless_openable

    backup = packing.read(asked.file.absolute())
    # Before anything is opened: an installation without keys would make new ones.
    missing = backup.manifest.keys.missing_in(keys_at_hand())
    if not asked.without_keys:
        refuse_unless_openable(backup, keys_at_hand())
    with records():
        code = _restore(backup, replacing=asked.replace, as_it_was=asked.as_it_was, as_json=asked.as_json)
    if missing:
        printing.said(translator()(CLOSED) % {"keys": ", ".join(missing)})
    return code


def _restore(backup: Backup, *, replacing: bool, as_it_was: bool, as_json: bool) -> int:
    from django.conf import settings

    from globa.config.backup.database import Database
    from globa.config.backup.restoring import Manner, refuse_newer, restore

    database, files = Database.of_the_owner(), Path(settings.MEDIA_ROOT)
    if as_it_was:
        restore(backup, database, files, replacing=replacing, manner=Manner.AS_IT_WAS)
        printing.said(translator()(AS_IT_WAS) % {"program": backup.manifest.program})
    else:
        refuse_newer(backup, _known_steps())
        restore(backup, database, files, replacing=replacing)
        _build_walls()
    return _say(backup, database, as_json=as_json)


def _known_steps() -> set[str]:
    from django.db.migrations.loader import MigrationLoader

    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def _build_walls() -> None:
    """Rights, policies, triggers and views, as after every migration; and the migrations that came since."""
    from globa.config.preparation import migrate

    migrate()


def _say(backup: Backup, database: object, *, as_json: bool) -> int:
    from globa.config.backup.contents import contents
    from globa.config.backup.database import Database
    from globa.config.backup.verifying import reports_that_differ

    assert isinstance(database, Database)
    with database.opened(autocommit=True) as asking:
        asking.execute("ANALYZE")
    with database.opened() as asking:
        found = contents(asking)
    broken = reports_that_differ(backup.manifest.contents, found)
    values = {"when": backup.manifest.made_at, "rows": sum(found.tables.values()), "reports": len(found.signed)}
    printing.said(translator()(DONE) % values)
    if broken:
        printing.said(translator()(BROKEN) % {"reports": ", ".join(one.what for one in broken)})
    printing.result({"rows": values["rows"], "signed reports": values["reports"], "differ": len(broken)}, as_json=as_json)
    return DIFFERS if broken else 0
