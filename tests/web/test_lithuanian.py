"""Sentences of libraries are Lithuanian on Lithuanian pages: each that a form may show stands in a catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.extract import extract_from_file
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext

from tests.architecture.sources import python_files
from tests.messages import KEYWORDS
from tests.web.at_work import *  # noqa: F403

DJANGO, ALLAUTH = Path(django.__file__).parent, Path(allauth.__file__).parent
SHOWN = (
    (DJANGO, "forms/*.py"), (DJANGO, "core/validators.py"), (DJANGO, "db/models/constraints.py"), (DJANGO, "db/models/fields/*.py"),
    (DJANGO, "contrib/postgres/validators.py"), (DJANGO, "contrib/auth/password_validation.py"),
    (ALLAUTH, "account/**/*.py"), (ALLAUTH, "mfa/**/*.py"), (ALLAUTH, "socialaccount/*.py"),
)  # fmt: skip
# Kinds of columns and of rows, which only an administration would name that Globa does not have.
NOT_SHOWN = {
    "A JSON object", "IPv4", "IPv4 or IPv6", "IPv6", "MFA", "Positive big integer", "String (unlimited)", "URL", "WebAuthn", "secret key",
    "token secret", "uid",
}  # fmt: skip
# Words that no Lithuanian sentence has.
ENGLISH = re.compile(r"\b(the|and|your|you|with|please|this|not|are|must|password|email)\b", re.IGNORECASE)
MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
SIGNING_IN = (
    "/accounts/login/", "/accounts/signup/", "/accounts/inactive/", "/accounts/password/reset/", "/accounts/password/reset/done/",
    "/accounts/password/reset/key/0-none/", "/accounts/password/reset/key/done/", "/accounts/3rdparty/login/cancelled/", "/guide/",
)  # fmt: skip
OWN = ("/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/logout/", "/accounts/password/change/", "/accounts/2fa/totp/activate/")


def sentences() -> Iterator[tuple[str, ...]]:
    """Each with its plural, where it has one."""
    for library, files in SHOWN:
        for file in sorted(library.glob(files)):
            if not {"tests", "migrations"} & set(file.parts):
                for _line, found, _comments, context in extract_from_file("python", str(file), keywords=KEYWORDS):
                    sentence = (found,) if isinstance(found, str) else tuple(found)
                    if context is None and any(letter.isalpha() for letter in sentence[0]):
                        yield sentence


def test_every_sentence_that_a_form_may_show_has_its_lithuanian() -> None:
    with translation.override("lt"):
        told = {one: gettext(one[0]) if len(one) == 1 else ngettext(one[0], one[1], 2) for one in sentences()}
    assert sorted(one[0] for one, lithuanian in told.items() if lithuanian in one and {*one}.isdisjoint(NOT_SHOWN)) == []


def text_of(client: Client, address: str) -> str:
    answer = client.get(address, headers={"accept-language": "lt"}, follow=True)
    return MARKUP.sub(" ", answer.content.decode().partition("<main")[2].partition("</main>")[0])


@pytest.mark.django_db
@pytest.mark.parametrize("address", SIGNING_IN)
def test_no_page_before_signing_in_has_an_english_word(address: str) -> None:
    assert ENGLISH.findall(text_of(Client(), address)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", OWN)
def test_no_page_of_ones_own_account_has_an_english_word(client: Client, address: str) -> None:
    assert ENGLISH.findall(text_of(client, address)) == []


@pytest.mark.django_db
def test_what_is_refused_at_signing_in_is_said_in_lithuanian() -> None:
    for typed in ({}, {"login": "x", "password": "y"}, {"login": "a@b.example", "password": "y"}):
        answer = Client().post("/accounts/login/", typed, headers={"accept-language": "lt"})
        assert ENGLISH.findall(MARKUP.sub(" ", answer.content.decode().partition("<main")[2])) == []


def test_an_english_word_is_noticed() -> None:
    assert ENGLISH.findall("Forgot your password?") == ["your", "password"]


def hidden_from_extraction(source: str) -> list[str]:
    """Names under which a file takes over a translating function, where sentences in it would not be collected."""
    return [name for names in TAKEN_OVER.findall(source) for name in OTHER_NAME.findall(names) if name not in KEYWORDS]


TAKEN_OVER = re.compile(r"^from django\.utils\.translation import ([^\n(]+)", re.MULTILINE)
OTHER_NAME = re.compile(r"n?p?gettext\w* as (\w+)")


def test_no_sentence_of_ours_hides_behind_another_name_of_gettext() -> None:
    assert {str(path): names for path in python_files("globa") if (names := hidden_from_extraction(path.read_text()))} == {}


def test_another_name_of_gettext_is_found() -> None:
    source = "from django.utils.translation import gettext as said, pgettext\nfrom django.utils.translation import gettext_lazy as _\n"
    assert hidden_from_extraction(source) == ["said"]
