"""The installation's own secrets: made once beside an embedded database, given from outside otherwise."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from globa.config import declared
from globa.config.refusals import KeysUnreadable
from globa.config.setting import KEY, KEY_BYTES, NUMBERED_KEYS

__all__ = ["KEY_BYTES", "Keys", "from_environment", "from_file"]


@dataclass(frozen=True)
class Keys:
    """`encryption` is in the order of making: the last one encrypts, all of them decrypt."""

    secret: str
    encryption: dict[str, bytes]
    lookup: bytes


def from_environment() -> Keys:
    """Whole beside an outside database, where `faults` has refused to go on without one of them."""
    return Keys(declared.SECRET_KEY.value(), declared.ENCRYPTION_KEYS.value(), declared.LOOKUP_KEY.value())


def from_file(path: Path) -> Keys:
    """Read the keys, making them the first time; the environment may still replace each of them."""
    if not path.exists():
        _make(path)
    try:
        kept: dict[str, str] = json.loads(path.read_text())
        secret, encryption, lookup = kept["secret_key"], NUMBERED_KEYS.read(kept["encryption_keys"]), KEY.read(kept["lookup_key"])
    except (OSError, ValueError, KeyError) as error:
        raise KeysUnreadable(path) from error
    return Keys(
        declared.SECRET_KEY.value() or secret, declared.ENCRYPTION_KEYS.value() or encryption, declared.LOOKUP_KEY.value() or lookup
    )


def _make(path: Path) -> None:
    """Write under another name and link: of two commands at once the first wins, and nobody reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"secret_key": secrets.token_urlsafe(48), "encryption_keys": f"1:{_random()}", "lookup_key": _random()}, indent=1)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _random() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
