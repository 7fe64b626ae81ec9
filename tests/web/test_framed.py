"""What stands around every page is rendered once for each frame; what is of one request is written into it."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.template import Context, RequestContext, Template
from django.test import Client, RequestFactory

from globa.web.frame import frame_of
from globa.web.templatetags.framed import MOST

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
PART = "{% load framed %}{% framed %}{{ said }} {{ here }}{% csrf_token %}{% endframed %}"


def asked(address: str, page: str = "people") -> HttpRequest:
    request = RequestFactory().get(address)
    request.resolver_match = type("Match", (), {"view_name": page})()
    return request


def shown(part: Template, request: HttpRequest, **said: str) -> str:
    return str(part.render(RequestContext(request, {"frame": frame_of(request), **said})))


def test_a_part_is_rendered_once_for_a_frame_and_anew_for_another() -> None:
    part = Template(PART)
    assert shown(part, asked("/people/"), said="first").startswith("first")
    assert shown(part, asked("/people/"), said="second").startswith("first")
    assert shown(part, asked("/reports/", "reports"), said="third").startswith("third")


def test_the_address_and_the_token_are_those_of_the_request() -> None:
    part = Template(PART)
    shown(part, asked("/people/?page=1"))
    again = shown(part, asked("/people/?a=<b>&c=1"))
    assert " /people/?a=%3Cb%3E&amp;c=1<" in again
    assert "framed-" not in again


def test_each_answer_has_a_token_of_its_own(client: Client, db: None) -> None:
    first, second = (TOKEN.findall(client.get("/accounts/login/").content.decode()) for _time in range(2))
    assert len(set(first)) == len(set(second)) == 1
    assert first != second


def test_without_a_request_nothing_is_kept() -> None:
    part = Template(PART)
    part.render(Context({"frame": frame_of(None), "said": "first"}))
    assert part.render(Context({"frame": frame_of(None), "said": "second"})).startswith("second")


def test_the_frame_that_was_kept_longest_goes() -> None:
    part = Template(PART)
    for number in range(MOST + 1):
        shown(part, asked("/", f"page{number}"), said=str(number))
    assert shown(part, asked("/", "page0"), said="again").startswith("again")
