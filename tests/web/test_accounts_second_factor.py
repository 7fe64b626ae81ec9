"""Without a second factor no private page opens; it is set up, shown, and not taken away alone."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.test.utils import override_settings

from globa.web.routes import routes
from globa.web.second_factor.needed import TO_SET_ONE_UP, TO_SHOW_ONE
from tests.builders import Place
from tests.web.at_work import client, elsewhere, here  # noqa: F401

pytestmark = pytest.mark.django_db
PASSWORD = "Žali klevai 2026"
PAGES = ("/", "/people/", "/services/", "/homes/", "/figures/", "/reports/")


@pytest.fixture(autouse=True)
def needed() -> Iterator[None]:
    with override_settings(GLOBA_SECOND_FACTOR_NEEDED=True):
        yield


def code_now(secret: str, ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def with_codes(place: Place) -> str:
    """Give the account a second factor; return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(place.worker, secret)
    return secret


def with_password(place: Place) -> None:
    place.worker.set_password(PASSWORD)
    place.worker.save(update_fields=["password"])


def by_password(place: Place, **headers: str) -> tuple[Client, str]:
    """Sign in as anybody would; return the browser and where it was led."""
    browser = Client(headers={"accept-language": "en", **headers})
    with_password(place) if not place.worker.has_usable_password() else None
    answer = browser.post("/accounts/login/", {"login": place.worker.email, "password": PASSWORD})
    return browser, answer.headers.get("Location", "")


@pytest.mark.parametrize("page", PAGES)
def test_who_has_none_is_led_to_set_one_up(client: Client, page: str) -> None:  # noqa: F811
    assert client.get(page).headers["Location"] == "/accounts/2fa/"


@pytest.mark.parametrize("page", PAGES)
def test_a_session_that_did_not_show_it_is_led_to_show_it(client: Client, here: Place, page: str) -> None:  # noqa: F811
    with_codes(here)
    assert client.get(page).headers["Location"] == f"/accounts/2fa/reauthenticate/?next={page.replace('/', '%2F')}"


def test_who_has_one_cannot_add_another_by_the_password_alone(client: Client, here: Place) -> None:  # noqa: F811
    with_codes(here)
    for page in ("/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/", "/accounts/reauthenticate/"):
        assert client.get(page).headers["Location"].startswith("/accounts/2fa/reauthenticate/")


def test_a_part_of_a_page_leads_the_whole_page_there(client: Client) -> None:  # noqa: F811
    answer = client.get("/kit/definition", headers={"hx-request": "true"})
    answer = client.post("/services/new/", headers={"hx-request": "true"}) if answer.status_code == 404 else answer
    assert answer.headers["HX-Redirect"] == "/accounts/2fa/"


def test_what_stays_open_without_one_is_on_the_list_of_pages() -> None:
    assert {name for name in TO_SET_ONE_UP | TO_SHOW_ONE if name not in routes()} <= {"health", "ready"}


def test_setting_up_codes_shows_the_spare_codes_once_and_opens_the_pages(here: Place) -> None:  # noqa: F811
    browser, _led = by_password(here)
    browser.get("/accounts/2fa/totp/activate/")
    secret = browser.session["mfa.totp.secret"]
    answer = browser.post("/accounts/2fa/totp/activate/", {"code": code_now(secret)})
    assert answer.headers["Location"] == "/accounts/2fa/recovery-codes/"
    shown = browser.get("/accounts/2fa/recovery-codes/").content.decode()
    assert shown.count('<li><code class="g-code">') == 10
    assert browser.get("/accounts/2fa/recovery-codes/").content.decode().count("<li><code") == 0
    assert browser.get("/").status_code == 200


def test_the_secret_is_not_in_the_database_as_it_is(here: Place) -> None:  # noqa: F811
    secret = with_codes(here)
    assert secret not in str(Authenticator.objects.get().data)


def test_signing_in_asks_for_the_code_and_a_code_works_once(here: Place) -> None:  # noqa: F811
    secret = with_codes(here)
    browser, led = by_password(here)
    assert led == "/accounts/2fa/authenticate/"
    code = code_now(secret)
    assert browser.post(led, {"code": code}).headers["Location"] == "/"
    again, led = by_password(here)
    assert "used already" in again.post(led, {"code": code}).content.decode()


def test_a_code_of_half_a_minute_ago_is_right_and_works_once(here: Place) -> None:  # noqa: F811
    secret = with_codes(here)
    code = code_now(secret, ahead=-1)
    browser, led = by_password(here)
    assert browser.post(led, {"code": code}).headers["Location"] == "/"
    again, led = by_password(here)
    assert again.post(led, {"code": code}).status_code == 200


def test_the_last_factor_is_not_put_off(here: Place) -> None:  # noqa: F811
    secret = with_codes(here)
    browser, led = by_password(here)
    browser.post(led, {"code": code_now(secret)})
    browser.post("/accounts/reauthenticate/?next=/", {"password": PASSWORD})
    answer = browser.post("/accounts/2fa/totp/deactivate/")
    assert "so it stays" in answer.content.decode()
    assert Authenticator.objects.filter(type="totp").exists()


def test_the_last_passkey_is_not_removed(here: Place) -> None:  # noqa: F811
    key = Authenticator.objects.create(user=here.worker, type="webauthn", data={"name": "Office", "credential": {}})
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(here.worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "webauthn", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(here.worker.pk)
    session.save()
    answer = browser.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")
    assert (answer.status_code, Authenticator.objects.filter(pk=key.pk).exists()) == (422, True)


@override_settings(GLOBA_SECOND_FACTOR_NEEDED=False)
def test_where_it_is_not_needed_pages_open_without(client: Client) -> None:  # noqa: F811
    assert client.get("/").status_code == 200
