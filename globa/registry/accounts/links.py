"""A link by which somebody chooses a password: once, within a day, and only while the account is as it was."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from globa.registry.accounts.users import User


class OneTimeLinks(PasswordResetTokenGenerator):
    """
    Nothing is kept: the token is signed over the account's password, e-mail and last sign-in.

    Choosing a password changes what it was signed over, so that it works once. How long: PASSWORD_RESET_TIMEOUT.
    """

    key_salt = "globa.registry.accounts.links"


def password_link(user: User) -> str:
    """Return the whole address of the page on which the user chooses a password."""
    known = {"uidb36": user.pk.hex, "key": OneTimeLinks().make_token(user)}
    return f"{settings.GLOBA_ADDRESS}{reverse('account_reset_password_from_key', kwargs=known)}"
