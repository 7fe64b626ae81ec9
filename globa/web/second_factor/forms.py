"""The forms of the second factor, with our words and our count of guesses."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from globa.registry.accounts.users import User
from globa.web.second_factor.guesses import one_more_code
from globa.web.second_factor.passed import note_passed

TOO_MANY = _("Too many wrong codes. Nothing was compared any more: wait a quarter of an hour, or sign in from a browser you used before.")
REPEATED_SECONDS = 180
"""A code holds for a minute and a half at most, a clock half a minute off included; it is accepted once."""


class _Guarded(forms.Form):
    user: User
    authenticator: Authenticator

    def clean_code(self) -> str:
        allowed = one_more_code(context.request, self.user)
        if allowed is None:
            raise ValidationError(TOO_MANY, code="too_many")
        code = "".join(self.cleaned_data["code"].split())
        found = self._matching(code)
        if found is None:
            raise get_adapter().validation_error("incorrect_code")
        allowed.rollback()
        self.authenticator = found
        return code

    def _matching(self, code: str) -> Authenticator | None:
        for one in Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.WEBAUTHN):
            if one.wrap().validate_code(code) and cache.add(f"globa:code:{self.user.pk}:{code}", 1, REPEATED_SECONDS):
                one.user = self.user
                return one
        return None


class Code(_Guarded, AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"])


class CodeAgain(_Guarded, ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"])


class NewCodes(ActivateTOTPForm):
    """Setting a factor up is showing it: nobody is asked for the code that was just accepted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"])

    def clean_code(self) -> str:
        code: str = super().clean_code()
        note_passed(context.request, self.user, type=Authenticator.Type.TOTP)
        return code


def _dress(field: forms.Field) -> None:
    field.label = _("Code")
    field.widget = forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True})


class NewPasskey(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What to call it")
        self.fields["name"].help_text = _("So that you tell it from your others, for example “office computer”.")
        self.fields["name"].max_length = 60
        self.fields["passwordless"].label = _("Sign in with it alone, without the password")
        self.fields["passwordless"].help_text = ""
        self.fields["passwordless"].initial = True


class RenamedPasskey(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What to call it")
