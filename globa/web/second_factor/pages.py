"""Taking a passkey away, which the library would do even with the last one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.conf import settings
from django.forms import Form
from django.http import HttpResponse

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _
from globa.web.second_factor.passed import is_the_last


class LastFactor(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This is your only second factor, so it stays: without it nobody could tell you from whoever knows your password. "
                "Add another one first. If it is lost, two administrators take it away together."
            )
        )


def refuse_the_last(authenticator: Authenticator) -> None:
    if settings.GLOBA_SECOND_FACTOR_NEEDED and is_the_last(authenticator):
        raise LastFactor


class RemovePasskey(RemoveWebAuthnView):
    def form_valid(self, form: Form) -> HttpResponse:
        refuse_the_last(self.get_object())
        return super().form_valid(form)
