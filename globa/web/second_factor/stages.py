"""The step of signing in that asks for the second factor; an outside provider may have asked already."""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest


class AskedUnlessProviderDid(AuthenticateStage):
    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        return not any(record.get("type") == "provider" for record in records) and super()._should_handle(request)
