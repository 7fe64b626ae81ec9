"""The norms that a part of the guide names: their values of today, with act and point, and whether anybody has seen them there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from globa.registry.norms import Norm
from globa.reports.writing.numbers import number
from globa.vocabulary.calendar import today
from globa.web.gate import opens_to
from globa.web.grounds import bases
from globa.web.guide.texts import A_NORM, Part
from globa.web.whereabouts import role_of

A_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
"""A page of the program where the reader does not come is named and not led to; whoever is not signed in is asked to."""


@dataclass(frozen=True)
class Shown:
    """A part as it is read today."""

    part: Part
    html: SafeString
    norms: list[Norm]


def shown(parts: Iterable[Part], request: HttpRequest) -> list[Shown]:
    """One question for all of them; whoever is not signed in reads the numbers that are written in the text."""
    parts = list(parts)
    codes = {code for part in parts for code in part.norms}
    known = bases(tuple(codes), today()) if codes and request.user.is_authenticated else {}
    role = role_of(request) if request.user.is_authenticated else None
    return [_one(part, known, role) for part in parts]


def _one(part: Part, known: dict[str, Norm], role: str | None) -> Shown:
    def living(code: str, written: str) -> str:
        return escape(number(known[code].value.normalize())) if code in known else written

    def leading(link: re.Match[str]) -> str:
        return link[2] if role is not None and link[1].startswith("/") and not opens_to(role, link[1]) else link[0]

    html = A_LINK.sub(leading, A_NORM.sub(lambda found: living(found[1], found[2]), part.html))
    return Shown(part, mark_safe(html), [known[code] for code in part.norms if code in known])  # noqa: S308 - made by the renderer
