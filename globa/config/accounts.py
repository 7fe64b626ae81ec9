"""How one signs in: only people who were invited, their second factor's secret encrypted with the installation's key."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.config import oidc
from globa.registry.accounts.users import User
from globa.registry.letters import Kind, send_letter
from globa.web.second_factor import guesses, known_browsers, passed
from globa.web.whereabouts import CHOSEN

STAGES = {"allauth.mfa.stages.AuthenticateStage": "globa.web.second_factor.stages.AskedUnlessProviderDid"}


class ByInvitation(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _(
            "Too many wrong passwords for this account. Nothing was compared any more: wait a quarter of an hour, sign in from a "
            "browser you used before, or set a new password by the letter."
        ),
        "email_password_mismatch": _("The e-mail and the password do not belong together. Look at both once more."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """By the worker, as every letter: who waits for a mail server here would learn that there is such an account."""
        with transaction.atomic():
            send_letter(to=user, kind=Kind.PASSWORD)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """
        The library's own letters carry what they please; ours are in globa.registry.letters.

        It raises instead of keeping silent, so that a version of the library which begins to write a letter of its own is
        noticed where it does, and not by whoever waits for the letter. Only the name of its template is told.
        """
        raise NotImplementedError(template_prefix)

    def get_login_stages(self) -> list[str]:
        return [STAGES.get(stage, stage) for stage in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse | None:
        """Who was signed out after a while goes on where they worked, of several places."""
        ended = getattr(request.session, "ended", None)
        place = ended.get_decoded().get(CHOSEN) if ended and ended.user_id == user.pk else None
        if place:
            request.session[CHOSEN] = place
        response: HttpResponse | None = super().pre_login(request, user, **how)
        return response

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        self._login_failed_rl_usage = guesses.one_more_password(request, credentials.get("email", ""))
        if self._login_failed_rl_usage is None:
            raise self.validation_error("too_many_login_attempts")

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        guesses.forget(request, credentials.get("email", ""))

    def post_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse:
        response = super().post_login(request, user, **how)
        if passed.is_let_in(request, user):
            known_browsers.remember(request, response, user)
        return response

    def is_reauthentication_required(self, app: str | None = None) -> bool:
        """Not from who signed in just now to set up the first factor, or to read the codes that were made by it."""
        user, match = self.request.user, self.request.resolver_match
        is_first = (match is not None and match.view_name == "mfa_view_recovery_codes") or not passed.factors_of(user)
        return not (is_first and passed.was_recent(self.request, user))


class SecondFactor(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it was used already. Wait for the next one and write that."),
        "cannot_delete_authenticator": _(
            "This is your only second factor, so it stays. Add another one first. If it is lost, two administrators take it away together."
        ),
        "cannot_generate_recovery_codes": _("Spare codes stand in for a second factor: set one up first."),
    }

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _lock().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not (settings.GLOBA_SECOND_FACTOR_NEEDED and passed.is_the_last(authenticator))

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1}


class ByInvitationFromElsewhere(DefaultSocialAccountAdapter):
    """OpenID Connect: who comes in is found by the e-mail that the provider has verified, and must have been invited."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not sociallogin.is_existing:
            user = oidc.invited(sociallogin)
            if user is None:
                raise ImmediateHttpResponse(render(request, "account/not_invited.html", status=403))
            sociallogin.connect(request, user)
        if oidc.asked_for_a_second_factor(sociallogin):
            passed.note_passed(request, sociallogin.user, type=passed.FROM_PROVIDER)


@receiver(authenticator_added, dispatch_uid="globa.second_factor.added")
def _shown_by_adding(request: HttpRequest, user: User, authenticator: Authenticator, **_more: Any) -> None:
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        passed.note_passed(request, user, id=authenticator.pk, type=authenticator.type)


def _lock() -> MultiFernet:
    """The newest key first: it encrypts, all of them decrypt. Derived, so that one key never serves two ciphers."""
    import base64

    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    keys = [HKDF(SHA256(), 32, None, b"globa second factor").derive(key) for key in reversed(settings.GLOBA_KEYS.values())]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
