"""
`{% framed %}...{% endframed %}`: what stands around every page is rendered once for each frame and kept in this process.

Only the token of the forms and the page's own address differ from one request to the next: they are written into what is
kept. Whatever else the part shows belongs into `Frame.key`.
"""

from __future__ import annotations

import secrets

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from globa.web.frame import Frame

register = template.Library()

MOST = 200
"""Frames kept of each part: the accounts at work times the pages that they go through; the one kept longest goes."""
TOKEN, HERE = (f"framed-{secrets.token_hex(16)}" for _place in range(2))
"""What stands in the kept text until an answer is made of it; nobody outside can write it."""


@register.tag
def framed(parser: Parser, _token: Token) -> Framed:
    nodes = parser.parse(("endframed",))
    parser.delete_first_token()
    return Framed(nodes)


class Framed(Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.kept: dict[tuple[object, ...], str] = {}

    def render(self, context: Context) -> SafeString:
        frame: Frame = context["frame"]
        request = context.get("request")
        if request is None:  # nobody's page: there is no token to write
            return self.nodelist.render(context)
        text = self.kept.get(frame.key) or self._rendered(context, frame.key)
        if TOKEN in text:
            text = text.replace(TOKEN, str(context["csrf_token"]))
        return mark_safe(text.replace(HERE, escape(request.get_full_path())))  # noqa: S308 - rendered by templates, and escaped

    def _rendered(self, context: Context, key: tuple[object, ...]) -> str:
        with context.push(csrf_token=TOKEN, here=HERE):
            text = self.kept[key] = str(self.nodelist.render(context))
        if len(self.kept) > MOST:
            self.kept.pop(next(iter(self.kept)), None)
        return text
