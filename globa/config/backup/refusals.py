"""What keeps a backup from being made, opened or put back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class FileIsThere(Refusal):
    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is a file %(path)s already, and a backup never replaces one. Give another name, or a folder: then the name is made."),
            path=path,
        )


class NoSuchFolder(Refusal):
    def __init__(self, path: Path) -> None:
        super().__init__(
            _("The folder %(path)s is not there or cannot be written into, so no backup was made. Make it, or name another place."),
            path=path,
        )


class NotABackup(Refusal):
    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            _("%(path)s is not a whole backup of Globa (%(why)s), so nothing was read from it. Take an earlier file."),
            path=path,
            why=why,
        )


class MadeByANewerGloba(Refusal):
    def __init__(self, path: Path, step: str) -> None:
        super().__init__(
            _(
                "The backup %(path)s was made by a newer version of Globa: this one does not know its step %(step)s. "
                "Install that version and try again; nothing was changed."
            ),
            path=path,
            step=step,
        )


class ToolsMissing(Refusal):
    def __init__(self, server: int, found: Iterable[int]) -> None:
        super().__init__(
            _(
                "The database server is PostgreSQL %(server)s, and this machine has no pg_dump, pg_restore and psql of that version or a "
                "newer one (found: %(found)s). Install the package postgresql-client-%(server)s and try again."
            ),
            server=server,
            found=", ".join(map(str, sorted(found))) or "-",
        )


class ToolFailed(Refusal):
    """`said` is the tool's own last line: names of tables, never what stands in them."""

    def __init__(self, tool: str, said: str) -> None:
        super().__init__(
            _("%(tool)s could not do its part (%(said)s), so nothing was changed. Mend what it names and try again."),
            tool=tool,
            said=said or "-",
        )


class TooFewLocks(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The database server has too few locks to put everything back at once, so nothing was changed. Set "
                "max_locks_per_transaction = 256 in its configuration, start it again and repeat the command."
            )
        )


class NotEmpty(Refusal):
    def __init__(self, where: str) -> None:
        super().__init__(
            _(
                "The database %(where)s holds records already, so nothing was put back. To replace them all by the backup, add --replace; "
                "make a backup of what is there first."
            ),
            where=where,
        )


class StillInUse(Refusal):
    def __init__(self, others: int) -> None:
        super().__init__(
            _("Others use the database (connections: %(others)s), so nothing was changed. Stop Globa (web and worker) and try again."),
            others=others,
        )


class KeysDoNotOpen(Refusal):
    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__(
            _(
                "The keys at hand do not open this backup; needed are: %(keys)s. Put back the keys it was made with (var/keys.json, "
                "or GLOBA_ENCRYPTION_KEYS and GLOBA_LOOKUP_KEY), or add --without-keys: then personal codes stay closed until the "
                "keys are there."
            ),
            keys=", ".join(keys),
        )
