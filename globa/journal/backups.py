"""When the last backup was made and tried: remembered in a file beside the keys, for a restore must not put it back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class LastBackup:
    """`size` is in bytes; `verified_at` is None until `globa backup verify` has found this very backup whole."""

    id: str
    made_at: datetime
    size: int
    verified_at: datetime | None = None


def last_backup() -> LastBackup | None:
    """None when none was made here, or nobody can say."""
    try:
        told = json.loads(_path().read_text())
        verified = told["verified_at"] and datetime.fromisoformat(told["verified_at"])
        return LastBackup(str(told["id"]), datetime.fromisoformat(told["made_at"]), int(told["size"]), verified)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(made: LastBackup) -> None:
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    verified = made.verified_at and made.verified_at.isoformat()
    draft.write_text(json.dumps({"id": made.id, "made_at": made.made_at.isoformat(), "size": made.size, "verified_at": verified}))
    draft.rename(path)


def remember_verified(id: str) -> None:
    """Of an older backup nothing is remembered: the page speaks of the last one."""
    last = last_backup()
    if last is not None and last.id == id:
        remember(LastBackup(last.id, last.made_at, last.size, datetime.now(UTC)))


def _path() -> Path:
    return Path(settings.MEDIA_ROOT).with_name("last-backup.json")
