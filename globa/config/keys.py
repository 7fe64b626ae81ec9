"""The installation's own secrets: made once beside an embedded database, given from outside otherwise."""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from globa.config.refusals import KeysUnreadable, SettingMissing, SettingWrong

KEY_BYTES = 32


@dataclass(frozen=True)
class Keys:
    """`encryption` is in the order of making: the last one encrypts, all of them decrypt."""

    secret: str
    encryption: dict[str, bytes]
    lookup: bytes


def from_environment() -> Keys:
    return Keys(
        secret=_needed("GLOBA_SECRET_KEY", "50 or more random characters"),
        encryption=_numbered("GLOBA_ENCRYPTION_KEYS", _needed("GLOBA_ENCRYPTION_KEYS", "1:<32 bytes in base64>,2:...")),
        lookup=_bytes("GLOBA_LOOKUP_KEY", _needed("GLOBA_LOOKUP_KEY", "32 bytes in base64")),
    )


def from_file(path: Path) -> Keys:
    """Read the keys, making them the first time; the environment may still replace each of them."""
    if not path.exists():
        _make(path)
    try:
        kept: dict[str, str] = json.loads(path.read_text())
        encryption = os.environ.get("GLOBA_ENCRYPTION_KEYS") or kept["encryption_keys"]
        lookup = os.environ.get("GLOBA_LOOKUP_KEY") or kept["lookup_key"]
        secret = os.environ.get("GLOBA_SECRET_KEY") or kept["secret_key"]
    except (OSError, ValueError, KeyError) as error:
        raise KeysUnreadable(path) from error
    return Keys(secret, _numbered("GLOBA_ENCRYPTION_KEYS", encryption), _bytes("GLOBA_LOOKUP_KEY", lookup))


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


def _needed(name: str, because: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise SettingMissing(name, because)
    return value


def _numbered(name: str, text: str) -> dict[str, bytes]:
    pairs = [part.strip().partition(":") for part in text.split(",") if part.strip()]
    if not pairs or not all(number and colon for number, colon, _key in pairs):
        raise SettingWrong(name, "…", "1:<32 bytes in base64>,2:...")
    return {number: _bytes(name, key) for number, _colon, key in pairs}


def _bytes(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingWrong(name, "…", "32 bytes in base64")
    return key
