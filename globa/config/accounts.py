"""How one signs in: only people who were invited, their second factor's secret encrypted with the installation's key."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from globa.registry.accounts.users import User
from globa.registry.letters import Kind, send_letter


class ByInvitation(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """By the worker, as every letter: who waits for a mail server here would learn that there is such an account."""
        with transaction.atomic():
            send_letter(to=user, kind=Kind.PASSWORD)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library's own letters carry what they please; ours are in globa.registry.letters."""
        raise NotImplementedError(template_prefix)


class SecondFactor(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _lock().decrypt(encrypted_text.encode()).decode()


def _lock() -> MultiFernet:
    """The newest key first: it encrypts, all of them decrypt. Derived, so that one key never serves two ciphers."""
    import base64

    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    keys = [HKDF(SHA256(), 32, None, b"globa second factor").derive(key) for key in reversed(settings.GLOBA_KEYS.values())]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
