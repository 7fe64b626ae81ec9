"""
Half-written forms, kept for whoever writes them until they are saved, discarded, or two weeks old.

What is in them may be anything, a child's health included: it is encrypted, bound to its account and form, and opened to
nobody but the account itself. A draft is no record: nothing counts it, no history follows it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.operations import acting
from globa.journal.protection import Protection
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import classes

KEPT = timedelta(days=14)
LARGEST = 200_000
"""Bytes of what one draft may hold; a longer one is not kept, and the page says so."""

Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Kept:
    """A draft that was opened: the page it was written on and every value by the name of its field."""

    pk: str
    page: str
    fields: dict[str, list[str]]
    saved_at: datetime


class Draft(models.Model):
    id = key()
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts", verbose_name=_("account"))
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("works as"))
    place = models.CharField(_("form"), max_length=200, help_text=_("The route to which the form is sent, and what it is about."))
    sealed = models.BinaryField(_("what is written"))
    saved_at = models.DateTimeField(_("kept at"))

    protection = Protection.OWN
    sensitivity = classes(S1="id user appointment place saved_at", S3="sealed")

    class Meta:
        verbose_name = _("half-written form")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "appointment", "place"],
                name="one_draft_a_form",
                nulls_distinct=False,
                violation_error_message=_("This form is already kept half-written."),
            )
        ]

    def __str__(self) -> str:
        return self.place

    def opened(self) -> Kept | None:
        """None where the key it was sealed with is gone."""
        text = _opened(bytes(self.sealed), self)
        return Kept(str(self.pk), text["page"], text["fields"], self.saved_at) if text else None


def keep(*, user: User, appointment: Appointment | None, place: str, page: str, fields: Fields) -> Draft | None:
    """Keep what is written now instead of what was kept before; None where it is too long."""
    text = json.dumps({"page": page, "fields": {name: list(values) for name, values in fields.items()}})
    if len(text) > LARGEST:
        return None
    draft = Draft(user=user, appointment=appointment, place=place, saved_at=timezone.now())
    draft.sealed = _sealed(text, draft)
    Draft.objects.bulk_create(
        [draft], update_conflicts=True, unique_fields=["user", "appointment", "place"], update_fields=["sealed", "saved_at"]
    )
    return draft


def keep_for_whoever_was_signed_out(*, user: User, appointment: Appointment | None, place: str, page: str, fields: Fields) -> bool:
    """Say whether it was kept; only for an account that may still sign in."""
    if not user.is_active:
        return False
    with acting(user):
        return keep(user=user, appointment=appointment, place=place, page=page, fields=fields) is not None


def discard(*, user: User, appointment: Appointment | None, places: Sequence[str]) -> None:
    Draft.objects.filter(user=user, appointment=appointment, place__in=places).delete()


def kept_for(user: User, appointment: Appointment | None, places: Sequence[str]) -> list[Draft]:
    since = timezone.now() - KEPT
    return list(Draft.objects.filter(user=user, appointment=appointment, place__in=places, saved_at__gt=since))


def forget_old() -> None:
    """Each account's in its own name, for nobody else sees them."""
    for user in User.objects.all():
        with acting(user):
            Draft.objects.filter(user=user, saved_at__lte=timezone.now() - KEPT).delete()


def _sealed(text: str, draft: Draft) -> bytes:
    key_id = settings.GLOBA_CURRENT_KEY
    nonce = os.urandom(12)
    return key_id.encode() + b":" + nonce + _lock(settings.GLOBA_KEYS[key_id]).encrypt(nonce, text.encode(), _bound_to(draft))


def _opened(stored: bytes, draft: Draft) -> dict[str, Any] | None:
    key_id, _colon, sealed = stored.partition(b":")
    try:
        text = _lock(settings.GLOBA_KEYS[key_id.decode()]).decrypt(sealed[:12], sealed[12:], _bound_to(draft))
    except (KeyError, InvalidTag):
        return None
    found: dict[str, Any] = json.loads(text)
    return found


def _bound_to(draft: Draft) -> bytes:
    """A draft put into the row of another form, or of another account, does not open."""
    return b"|".join([draft.user_id.bytes, str(draft.appointment_id).encode(), draft.place.encode()])


@lru_cache(maxsize=8)
def _lock(key: bytes) -> AESGCM:
    """Derived, so that one key never serves two purposes."""
    return AESGCM(HKDF(SHA256(), 32, None, b"globa drafts").derive(key))
