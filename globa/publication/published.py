"""
The page of a centre as everybody sees it, and the enquiry from there: asked in SQL by a process that knows no record.

Nothing here needs a model: the public process loads none. Its role of the database reads these columns alone, and of
them only editions that are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from globa.publication.sections import CONTACTS, LANGUAGES, SECTIONS, Block, blocks

TABLE = "publication_edition"
_BY_LANGUAGE = ("name", *SECTIONS)
COLUMNS = (
    "slug", "answered_within", "kept_months", "is_invented", *CONTACTS,
    *(f"{one}_{language}" for one in _BY_LANGUAGE for language in LANGUAGES),
)  # fmt: skip
SHOWN = f"SELECT {', '.join(COLUMNS)} FROM {TABLE}"  # noqa: S608 - names of ours, no input
ENQUIRE = "SELECT globa_enquire(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"


class Answer(StrEnum):
    TAKEN = "taken"
    AGAIN = "again"
    TOO_MANY = "too_many"
    CLOSED = "closed"


@dataclass(frozen=True)
class Published:
    """One centre in one language; a section that is not written in it is shown in Lithuanian, and `is_foreign` names those."""

    slug: str
    name: str
    answered_within: int
    kept_months: int | None
    is_invented: bool
    phone: str
    night_phone: str
    email: str
    street_address: str
    sections: dict[str, tuple[Block, ...]]
    is_foreign: frozenset[str]

    @property
    def call(self) -> str:
        """What a telephone dials."""
        return _dialled(self.phone)

    @property
    def night_call(self) -> str:
        return _dialled(self.night_phone)


def _dialled(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True)
class Asked:
    """What somebody outside wrote. `key` is of the form, so that sending it twice asks once."""

    key: UUID
    about: str
    asker: str
    phone: str
    email: str
    town: str
    message: str
    language: str


def published(language: str) -> list[Published]:
    """All centres that show a page, by name."""
    found = [in_language(dict(zip(COLUMNS, row, strict=True)), language) for row in _rows(SHOWN, [])]
    return sorted(found, key=lambda one: one.name)


def published_by(slug: str, language: str) -> Published | None:
    rows = _rows(f"{SHOWN} WHERE slug = %s", [slug])
    return in_language(dict(zip(COLUMNS, rows[0], strict=True)), language) if rows else None


def in_language(row: dict[str, object], language: str) -> Published:
    said = {name: _said(row, name, language) for name in SECTIONS}
    return Published(
        slug=str(row["slug"]),
        name=str(row[f"name_{language}"]),
        answered_within=int(str(row["answered_within"])),
        kept_months=int(str(row["kept_months"])) if row["kept_months"] is not None else None,
        is_invented=bool(row["is_invented"]),
        sections={name: blocks(text) for name, (text, _is_foreign) in said.items()},
        is_foreign=frozenset(name for name, (text, is_foreign) in said.items() if text and is_foreign),
        **{name: str(row[name]) for name in CONTACTS},
    )


def _said(row: dict[str, object], section: str, language: str) -> tuple[str, bool]:
    own = str(row[f"{section}_{language}"])
    return (own, False) if own or language == "lt" else (str(row[f"{section}_lt"]), True)


def enquire(asked: Asked, *, of: str, sender: str) -> Answer:
    """`sender` is what tells senders apart for a day, and is nobody's address."""
    values: list[Any] = [
        asked.key,
        of,
        asked.about,
        asked.asker,
        asked.phone,
        asked.email,
        asked.town,
        asked.message,
        asked.language,
        sender,
    ]
    return Answer(_rows(ENQUIRE, values)[0][0])


def _rows(question: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()
