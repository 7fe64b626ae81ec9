"""
Personal codes: checked, encrypted and bound to their row, found by exact match only.

The encrypted form carries the id of its key, so that keys can be replaced one after another; the row's
id is authenticated with it, so that a code copied to another row does not open. The keys stand outside
the database.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import uuid
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.lt import asmens

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class WrongPersonalCode(Refusal):
    at = "personal_code"

    def __init__(self) -> None:
        super().__init__(
            _(
                "This is not a personal code: its eleven digits do not fit together. A wrong code would mix up two "
                "people. Compare it with the document, or leave it empty for now."
            )
        )


class CodeDisagrees(Refusal):
    at = "personal_code"

    def __init__(self) -> None:
        super().__init__(
            _(
                "The personal code says another date of birth or sex than is recorded. One of the two is wrong: "
                "compare both with the document."
            )
        )


class UnreadableCode(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The personal code cannot be opened with the keys of this installation. Nothing is lost: ask the "
                "administrator for the key it was saved with."
            )
        )


def cleaned(code: str) -> str:
    """Return the eleven digits, or refuse."""
    try:
        return str(asmens.validate(code.strip()))
    except WrongNumber:
        raise WrongPersonalCode from None


def birth_date_in(code: str) -> date:
    return asmens.get_birth_date(code)


def sex_in(code: str) -> str:
    """An odd first digit is a man's code, an even one a woman's; 9 says neither."""
    return "unknown" if code[0] == "9" else ("male" if int(code[0]) % 2 else "female")


def lookup_form(code: str) -> str:
    """Return the keyed form by which a person is found without the code being stored."""
    return hmac.new(settings.GLOBA_LOOKUP_KEY, code.encode(), hashlib.sha256).hexdigest()


def encrypt(code: str, person_id: uuid.UUID) -> bytes:
    key_id = settings.GLOBA_CURRENT_KEY
    nonce = os.urandom(12)
    sealed = AESGCM(settings.GLOBA_KEYS[key_id]).encrypt(nonce, code.encode(), person_id.bytes)
    return key_id.encode() + b":" + nonce + sealed


def decrypt(stored: bytes, person_id: uuid.UUID) -> str:
    key_id, _colon, sealed = bytes(stored).partition(b":")
    try:
        key = settings.GLOBA_KEYS[key_id.decode()]
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], person_id.bytes).decode()
    except (KeyError, InvalidTag):
        raise UnreadableCode from None
