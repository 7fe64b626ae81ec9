"""OpenID Connect: a provider of our own on this machine, and who comes in by it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.test.utils import override_settings

from globa.config.oidc import providers
from globa.registry.accounts.users import User
from tests.builders import Place
from tests.web.at_work import elsewhere, here  # noqa: F401

pytestmark = pytest.mark.django_db
SECRET = "x" * 40


@dataclass
class Provider:
    """Vouches for whom it is told to."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)

    def answer(self, path: str) -> dict[str, Any]:
        if path.startswith("/.well-known/"):
            ends = {f"{name}_endpoint": f"{self.address}/{name}" for name in ("authorization", "token", "userinfo")}
            return {"issuer": self.address, "jwks_uri": f"{self.address}/keys", **ends}
        if path == "/token":
            now = int(time.time())
            token = {"iss": self.address, "aud": "globa", "iat": now, "exp": now + 60, **self.claims}
            return {"access_token": "a", "token_type": "Bearer", "id_token": jwt.encode(token, SECRET, algorithm="HS256")}
        return self.claims


@pytest.fixture
def provider() -> Iterator[Provider]:
    told = Provider()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(told.answer(urlsplit(self.path).path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, *_args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told.address = f"http://127.0.0.1:{server.server_port}"
    with override_settings(SOCIALACCOUNT_PROVIDERS=providers("Savivaldybė", told.address, "globa", SECRET)):
        yield told
    server.shutdown()
    server.server_close()


def come_in(provider: Provider, email: str, **claims: Any) -> tuple[Client, Any]:
    provider.claims = {"sub": "1", "email": email, "email_verified": True, **claims}
    browser = Client(headers={"accept-language": "en"})
    sent = browser.get("/accounts/oidc/oidc/login/")
    assert sent.headers["Location"].startswith(f"{provider.address}/authorization?")
    state = parse_qs(urlsplit(sent.headers["Location"]).query)["state"][0]
    return browser, browser.get("/accounts/oidc/oidc/login/callback/", {"code": "c", "state": state})


def test_without_settings_there_is_no_provider(client: Client) -> None:
    assert "/accounts/oidc/" not in client.get("/accounts/login/").content.decode()
    assert client.get("/accounts/oidc/oidc/login/").status_code == 404


def test_the_page_of_signing_in_names_the_provider(provider: Provider, client: Client) -> None:
    assert "Savivaldybė" in client.get("/accounts/login/").content.decode()


def test_who_was_invited_comes_in_by_the_verified_e_mail(provider: Provider, here: Place) -> None:  # noqa: F811
    browser, answer = come_in(provider, here.worker.email.upper())
    assert answer.headers["Location"] == "/"
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(("email", "verified"), [("nobody@globa.example", True), ("worker@here.example", False)])
def test_nobody_else_does_and_no_account_is_made(provider: Provider, here: Place, email: str, verified: bool) -> None:  # noqa: F811
    before = User.objects.count()
    _browser, answer = come_in(provider, email, email_verified=verified)
    assert (answer.status_code, User.objects.count()) == (403, before)
    assert "There is no account for you here" in answer.content.decode()


def test_a_closed_account_stays_closed(provider: Provider, here: Place) -> None:  # noqa: F811
    User.objects.filter(pk=here.worker.pk).update(is_active=False)
    assert come_in(provider, here.worker.email)[1].status_code == 403


def test_our_second_factor_is_asked_for_unless_the_provider_says_a_word_that_is_trusted(provider: Provider, here: Place) -> None:  # noqa: F811
    TOTP.activate(here.worker, generate_totp_secret())
    with override_settings(GLOBA_SECOND_FACTOR_NEEDED=True, GLOBA_OIDC_SECOND_FACTOR=["mfa"]):
        assert come_in(provider, here.worker.email, amr=["pwd"])[1].headers["Location"] == "/accounts/2fa/authenticate/"
        browser, answer = come_in(provider, here.worker.email, amr=["pwd", "mfa"])
        assert answer.headers["Location"] == "/"
        assert browser.get("/").status_code == 200


def test_a_word_that_nobody_trusts_is_no_second_factor(provider: Provider, here: Place) -> None:  # noqa: F811
    with override_settings(GLOBA_SECOND_FACTOR_NEEDED=True):
        browser, _answer = come_in(provider, here.worker.email, acr="mfa", amr=["mfa"])
        assert browser.get("/").headers["Location"] == "/accounts/2fa/"
