"""A thousand guesses: ten are compared in a quarter of an hour, and the owner still gets in."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings

from globa.web.second_factor.known_browsers import COOKIE
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.at_work import elsewhere, here  # noqa: F401
from tests.web.test_accounts_second_factor import PASSWORD, by_password, code_now, with_codes, with_password

pytestmark = pytest.mark.django_db
SHARED = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "globa_cache", "OPTIONS": {"MAX_ENTRIES": 200_000}}
}


@pytest.fixture(autouse=True)
def shared_cache(as_owner: Stepping) -> Iterator[None]:
    """The cache that all workers share, as an installation has it."""
    with override_settings(CACHES=SHARED, ALLAUTH_TRUSTED_PROXY_COUNT=1):
        with as_owner():
            call_command("createcachetable")
            from django.db import connection

            with connection.cursor() as cursor:
                cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON globa_cache TO globa_web")
        cache.clear()
        yield


def guess(number: int, email: str) -> None:
    browser = Client(headers={"x-forwarded-for": f"10.{number // 250}.{number % 250}.7"})
    browser.post("/accounts/login/", {"login": email, "password": f"guess {number}"})


def test_of_a_thousand_guesses_from_everywhere_ten_are_compared_and_the_owner_gets_in(here: Place) -> None:  # noqa: F811
    owner, _led = by_password(here)
    owner.post("/accounts/logout/")
    compared = []
    real = AbstractBaseUser.check_password

    def watched(self: AbstractBaseUser, raw: str) -> bool:
        compared.append(raw)
        return real(self, raw)

    with patch.object(AbstractBaseUser, "check_password", watched):
        for number in range(1000):
            guess(number, here.worker.email)
    assert len(compared) == 10
    answer = owner.post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD})
    assert answer.status_code == 302


def test_a_browser_that_nobody_knows_waits_while_somebody_guesses(here: Place) -> None:  # noqa: F811
    with_password(here)
    for number in range(10):
        guess(number, here.worker.email)
    answer = Client(headers={"accept-language": "en"}).post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD})
    assert "Too many wrong passwords" in answer.content.decode()


def test_a_known_browser_may_be_wrong_ten_times_too(here: Place) -> None:  # noqa: F811
    browser, _led = by_password(here)
    browser.post("/accounts/logout/")
    for number in range(10):
        browser.post("/accounts/login/", {"login": here.worker.email, "password": f"guess {number}"})
    answer = browser.post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD})
    assert "Too many wrong passwords" in answer.content.decode()


def test_a_browser_known_to_one_account_is_not_to_another(here: Place, elsewhere: Place) -> None:  # noqa: F811
    browser, _led = by_password(here)
    with_password(elsewhere)
    for number in range(10):
        guess(number, elsewhere.worker.email)
    browser.post("/accounts/logout/")
    answer = browser.post("/accounts/login/", {"login": elsewhere.worker.email, "password": PASSWORD})
    assert answer.status_code == 200


def test_a_new_password_makes_every_browser_unknown_and_a_forged_one_was_never_known(here: Place) -> None:  # noqa: F811
    browser, _led = by_password(here)
    here.worker.set_password("Rudi klevai 2026")
    here.worker.save(update_fields=["password"])
    forged = Client()
    forged.cookies[COOKIE] = browser.cookies[COOKIE].value[:-2] + "aa"
    for number in range(10):
        guess(number, here.worker.email)
    for one in (browser, forged):
        one.post("/accounts/logout/")
        assert one.post("/accounts/login/", {"login": here.worker.email, "password": "Rudi klevai 2026"}).status_code == 200


def test_one_network_guesses_at_thirty_accounts_and_no_more(here: Place) -> None:  # noqa: F811
    with_password(here)
    browser = Client(headers={"accept-language": "en", "x-forwarded-for": "10.9.9.9"})
    for number in range(30):
        browser.post("/accounts/login/", {"login": f"nobody-{number}@globa.example", "password": "guess"})
    answer = browser.post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD})
    assert answer.status_code == 200


def test_an_address_that_the_sender_made_up_is_not_believed(here: Place) -> None:  # noqa: F811
    """Only the last of them was written by our proxy."""
    with_password(here)
    for number in range(30):
        browser = Client(headers={"x-forwarded-for": f"10.8.8.{number}, 10.9.9.9"})
        browser.post("/accounts/login/", {"login": f"nobody-{number}@globa.example", "password": "guess"})
    browser = Client(headers={"x-forwarded-for": "10.1.1.1, 10.9.9.9"})
    assert browser.post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD}).status_code == 200


def test_of_codes_too_ten_are_compared_and_the_owner_gets_in(here: Place) -> None:  # noqa: F811
    secret = with_codes(here)
    owner, led = by_password(here)
    owner.post(led, {"code": code_now(secret, ahead=-1)})
    owner.post("/accounts/logout/")
    compared = []
    thief, led = by_password(here)
    with patch("allauth.mfa.totp.internal.auth.TOTP.validate_code", lambda _self, code: compared.append(code)):
        for number in range(30):
            thief.post(led, {"code": f"{number:06}"})
    assert len(compared) == 10
    owner.post("/accounts/login/", {"login": here.worker.email, "password": PASSWORD})
    assert owner.post(led, {"code": code_now(secret)}).status_code == 302
