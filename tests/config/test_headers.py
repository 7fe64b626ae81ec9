"""Every answer of every address carries the headers, whoever asks and however it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from globa.config.content_security import HEADERS
from tests.config import test_log
from tests.web.at_work import client, elsewhere, here, in_english  # noqa: F401

KEY = "01a1fff0-0645-7a33-8bea-58b41581d453"
SAMPLES = {"uuid": KEY, "int": "2023", "slug": "activity", "str": "HE-2023-1", "path": "a/b", "": "x"}
PARAMETER = re.compile(r"<(?:(\w+):)?\w+>")


def addresses(patterns: list[URLPattern | URLResolver] | None = None, before: str = "") -> Iterator[str]:
    """Yield a sample of each address of the site."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield "/" + filled(route)


def filled(route: str) -> str:
    if "(?P" in route:
        route = re.sub(r"\(\?P<\w+>[^)]*\)", "x", route).replace("^", "").replace("$", "")
    return PARAMETER.sub(lambda found: SAMPLES.get(found.group(1) or "", "x"), route)


def wrong(answer: object) -> dict[str, str | None]:
    headers = answer.headers  # type: ignore[attr-defined]
    given = {name: headers.get(name) for name in (*HEADERS, "Cache-Control")}
    return {name: value for name, value in given.items() if value != (HEADERS | {"Cache-Control": "no-store"})[name]}


def test_the_policy_allows_nothing_inline_and_no_frame() -> None:
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]


@pytest.mark.django_db
def test_every_address_answers_somebody_signed_in_with_the_headers(client: Client) -> None:  # noqa: F811
    client.raise_request_exception = False
    found = list(addresses())
    assert len(found) > 70
    assert {address: missing for address in found if (missing := wrong(client.get(address)))} == {}
    assert {address: missing for address in found if (missing := wrong(client.post(address)))} == {}


@pytest.mark.django_db
def test_every_address_answers_a_stranger_with_the_headers() -> None:
    stranger = Client(raise_request_exception=False)
    assert {address: missing for address in addresses() if (missing := wrong(stranger.get(address)))} == {}


@override_settings(ROOT_URLCONF=test_log.__name__)
def test_an_error_and_an_address_that_is_none_carry_the_headers() -> None:
    strange = Client(raise_request_exception=False)
    answers = [strange.get("/people/1/"), strange.get("/none"), strange.get("/people/1/", headers={"host": "else.example"})]
    assert [answer.status_code for answer in answers] == [500, 404, 400]
    assert [wrong(answer) for answer in answers] == [{}, {}, {}]


@pytest.mark.parametrize("address", ["/health", "/static/none.css"])
def test_health_and_a_missing_file_carry_the_headers(address: str) -> None:
    assert wrong(Client().get(address)) == {}


def test_a_static_file_may_be_kept_but_carries_all_the_others() -> None:
    answer = Client().get("/static/globa/globa.css")
    assert answer.status_code == 200
    assert set(wrong(answer)) == {"Cache-Control"}
