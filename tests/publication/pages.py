"""A page that can be published, and the public's role of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from globa.journal.keys import new_key
from globa.publication import pages
from globa.publication.pages import Edition
from globa.publication.published import Asked
from globa.registry.accounts.roles import Role
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

WORDS = {
    "phone": "+370 315 00000",
    "night_phone": "+370 600 00000",
    "email": "centras@globa.example",
    "about_lt": "Esame globos centras.\n\nPadedame globėjams.",
    "becoming_lt": "Keliai:\n- paskambinkite\n- ateikite",
    "night_lt": "Skambinkite 112.",
    "about_en": "We are a foster centre.",
}


def head_of(at: Place, as_owner: Stepping) -> Any:
    with as_owner():
        return builders.account(f"head@{at.organisation.code}.example", at.organisation, Role.HEAD)


def publish(at: Place, as_owner: Stepping, **words: str) -> Edition:
    """As the owner, who stands in for the head."""
    with as_owner():
        pages.write(organisation=at.organisation, words=WORDS | words, by=at.worker)
        return pages.publish(organisation=at.organisation, by=at.worker)


@contextmanager
def outside() -> Iterator[None]:
    """As whoever is not signed in: the public's role, for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('globa.actor', true), set_config('globa.actor', '', true)")
        before, actor, _none = cursor.fetchone()
        cursor.execute("SET LOCAL ROLE globa_public")
        yield
        cursor.execute(f"SET LOCAL ROLE {before}")
        cursor.execute("SELECT set_config('globa.actor', %s, true)", [actor or ""])


def asked(**details: Any) -> Asked:
    said: dict[str, Any] = {
        "key": new_key(),
        "about": "on_duty_carer",
        "asker": "Rasa Lėlaitė",
        "phone": "+370 600 11111",
        "email": "",
        "town": "Alytus",
        "message": "Norėčiau tapti budinčia globotoja.",
        "language": "lt",
    }
    return Asked(**said | details)
