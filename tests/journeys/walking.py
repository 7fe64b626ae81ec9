"""
What a reader meets who follows every link and every question (a form that only asks) of the pages that are shown.

Of pages that differ only by whom or what they are about a few are opened, and of each way from one kind of page to another at least one:
a link that answers to the head and not to the clerk stands on a page that both see.
"""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from typing import Any

from django.urls import Resolver404, resolve
from lxml import html

from globa.demonstration.accounts import PASSWORD

ALIKE = 1
"""So many pages of one kind are read for the links in them; of each way from one kind to another one is followed."""
OWN = "http://of-this-site"
NOT_SENT = ("submit", "button", "image", "reset", "file")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Met:
    """A page that was opened, and the first one whose link led there."""

    account: str
    address: str
    found_on: str
    status: int
    page: Any = field(repr=False, default=None)

    def __str__(self) -> str:
        return f"{self.address} ({self.status}), which {self.account} found on {self.found_on}"


class Reader:
    """A browser without scripts and pictures: cookies, Lithuanian, and where it was led."""

    def __init__(self, site: str, account: str) -> None:
        self.site, self.account = site, account
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def sign_in(self) -> None:
        address = "/accounts/login/"
        found = TOKEN.search(self.open(address)[1].decode())
        assert found, "there is no form to sign in"
        typed = {"login": self.account, "password": PASSWORD, "csrfmiddlewaretoken": found[1]}
        status, _body, _kind = self.open(address, urllib.parse.urlencode(typed).encode())
        assert status == 200

    def open(self, address: str, typed: bytes | None = None) -> tuple[int, bytes, str]:
        """Return how it answered after all redirections, with what, and of what kind."""
        said = {"Accept-Language": "lt", "Accept": "text/html", "Referer": self.site}
        asked = urllib.request.Request(self.site + address, typed, said)
        try:
            with self.opener.open(asked, timeout=60) as answer:
                return _told(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read(), "text/html"


def _told(answer: HTTPResponse) -> tuple[int, bytes, str]:
    return answer.status, answer.read(), answer.headers.get_content_type()


def walked(site: str, account: str, start: str = "/") -> Iterator[Met]:
    """Everything that somebody meets who begins at the start; nobody signed in is an empty account."""
    reader = Reader(site, account)
    if account:
        reader.sign_in()
    waiting, seen, read = deque([(start, "the address bar")]), {start}, Counter[str]()
    while waiting:
        address, found_on = waiting.popleft()
        status, body, kind = reader.open(address)
        page = html.document_fromstring(body.decode()) if kind == "text/html" and body else None
        yield Met(account, address, found_on, status, page)
        here, _asked = kind_of(address)
        if page is not None and status == 200 and read[here] < ALIKE:
            read[here] += 1
            waiting.extend((link, address) for link in _not_tried(page, address, seen, read))


def _not_tried(page: Any, address: str, seen: set[str], tried: Counter[str]) -> Iterator[str]:
    """Of each way from this kind of page to another one link, and of what it asks for too."""
    for link in leads_to(page, address):
        way = " > ".join((kind_of(address)[0], *kind_of(link)))
        if link not in seen and tried[way] < 1:
            seen.add(link)
            tried[way] += 1
            yield link


def kind_of(address: str) -> tuple[str, str]:
    """The name of a page with the sort of record that it shows, and the names of what it is asked: not whom it is about."""
    path, _mark, asked = address.partition("?")
    try:
        found = resolve(path)
    except Resolver404:
        return path, ""
    sort = found.kwargs.get("label", "") or found.kwargs.get("chapter", "")
    return f"{found.view_name} {sort}", " ".join(sorted(urllib.parse.parse_qs(asked)))


def leads_to(page: Any, address: str) -> Iterator[str]:
    """The addresses of this site to which the page leads: by a link, or by a question asked as it stands."""
    for link in page.iter("a"):
        if link.get("href") is not None:
            yield from _own(address, link.get("href"))
    for form in page.iter("form"):
        if form.get("method", "get").lower() == "get":
            asked = [(one.name, one.value or "") for one in form.inputs if one.name and one.get("type") not in NOT_SENT and _is_sent(one)]
            yield from _own(address, f"{(form.get('action') or address).partition('?')[0]}?{urllib.parse.urlencode(asked)}")


def _is_sent(one: Any) -> bool:
    return one.get("disabled") is None and (one.get("type") not in ("radio", "checkbox") or one.get("checked") is not None)


def _own(address: str, link: str) -> Iterator[str]:
    found = urllib.parse.urldefrag(urllib.parse.urljoin(OWN + address, link)).url
    if found.startswith(f"{OWN}/"):
        yield found.removeprefix(OWN)
