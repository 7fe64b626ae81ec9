"""One setting: its name in the environment, how its text is read, what it means."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from globa.config.refusals import SettingWrong

T = TypeVar("T")
YES, NO = ("yes", "1", "true", "on"), ("no", "0", "false", "off")
KEY_BYTES = 32


@dataclass(frozen=True)
class Kind(Generic[T]):
    """How a text is read; `expected` shows, without words, what it may be. `read` raises ValueError."""

    expected: str
    read: Callable[[str], T]


@dataclass(frozen=True)
class Setting(Generic[T]):
    """
    `otherwise` is what holds when nothing is given, as it is shown: a value, or where it comes from.

    A secret one is never printed, and what is wrong with it is said without repeating it. Those `needed_outside` are
    never made up beside an outside database.
    """

    name: str
    kind: Kind[T]
    default: Callable[[], T]
    otherwise: str
    meaning: str
    secret: bool = False
    needed_outside: bool = False

    def value(self) -> T:
        return self.read(os.environ)

    def read(self, environment: Mapping[str, str]) -> T:
        """An empty text is none."""
        text = environment.get(self.name, "").strip()
        if not text:
            return self.default()
        try:
            return self.kind.read(text)
        except ValueError:
            raise SettingWrong(self.name, "…" if self.secret else text, self.kind.expected) from None

    def shown(self, environment: Mapping[str, str]) -> str:
        """Return what is given, for people; of a secret only that there is one."""
        text = environment.get(self.name, "").strip()
        return "…" if text and self.secret else text


def _yes_or_no(text: str) -> bool:
    if text.lower() not in YES + NO:
        raise ValueError
    return text.lower() in YES


def _within(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError
        return number

    return read


def _one_of(*choices: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices:
            raise ValueError
        return text

    return read


def key_of(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(key) != KEY_BYTES:
        raise ValueError
    return key


def _numbered_keys(text: str) -> dict[str, bytes]:
    pairs = [part.strip().partition(":") for part in text.split(",") if part.strip()]
    if not pairs or not all(number and colon for number, colon, _key in pairs):
        raise ValueError
    return {number: key_of(key) for number, _colon, key in pairs}


def _long(text: str) -> str:
    if len(text) < 50:
        raise ValueError
    return text


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://")) or text[-3:] == "://":
        raise ValueError
    return text.rstrip("/")


def _database_address(text: str) -> str:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        conninfo_to_dict(text)
    except psycopg.ProgrammingError:
        raise ValueError from None
    return text


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def number(least: int, most: int) -> Kind[int]:
    return Kind(f"{least}–{most}", _within(least, most))


def choice(*choices: str) -> Kind[str]:
    return Kind(", ".join(choices), _one_of(*choices))


def text(example: str) -> Kind[str]:
    return Kind(example, str)


YES_OR_NO = Kind("yes, no", _yes_or_no)
NAMES = Kind("a,b,c", _names)
WEB_ADDRESS = Kind("https://globa.example", _web_address)
DATABASE_ADDRESS = Kind("postgresql://user:password@host:5432/database", _database_address)
LONG_SECRET = Kind("50+ × a–z A–Z 0–9", _long)
KEY = Kind("32 bytes in base64", key_of)
NUMBERED_KEYS = Kind("1:<32 bytes in base64>,2:...", _numbered_keys)
