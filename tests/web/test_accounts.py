"""The pages around an account speak the reader's language and let nobody change by whom they are known."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.web.at_work import client, elsewhere, here  # noqa: F401


def test_what_a_new_password_needs_is_said_in_lithuanian_and_in_separate_sentences(client: Client) -> None:  # noqa: F811
    shown = client.get("/accounts/password/set/", headers={"accept-language": "lt"}).content.decode()
    said = re.sub(r"\s+", " ", shown)
    assert "bent 12 simbolių. Jis negali būti iš dažnai naudojamų slaptažodžių." in said
    assert "password can" not in said


def test_a_password_that_is_too_short_is_refused_in_lithuanian() -> None:
    with override("lt"), pytest.raises(ValidationError) as refused:
        validate_password("Ab1-klevas")
    assert refused.value.messages == ["Slaptažodis per trumpas: jį turi sudaryti bent 12 simbolių."]


@pytest.mark.parametrize("address", ["email", "confirm-email", "confirm-email/abc"])
def test_an_address_of_an_account_is_changed_by_nobody_alone(client: Client, address: str) -> None:  # noqa: F811
    assert client.get(f"/accounts/{address}/").status_code == 404
    assert client.post(f"/accounts/{address}/", {"email": "kita@globa.example", "action_add": ""}).status_code == 404


@pytest.mark.django_db
def test_too_many_tries_are_refused_on_a_page_of_ours(rf: Any) -> None:
    with override("lt"):
        assert "per daug bandymų" in render_to_string("429.html", request=None)
