"""A chapter of the guide, read from its Markdown: title, lead and parts, with pictures and links as the pages have them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from globa.web.guide.contents import chapters
from globa.web.heard import words_of

NORM = "norm:"
"""`[3](norm:on-duty-carer-children-at-once)`: a number of a norm; the page asks which one is in force today."""
A_NORM = re.compile(r"<!--norm:([\w-]+)-->(.*?)<!---->")


@dataclass(frozen=True)
class Part:
    anchor: str
    title: str
    html: str
    words: frozenset[str]

    @property
    def norms(self) -> list[str]:
        """Their codes, in the order of the text."""
        return list(dict.fromkeys(code for code, _value in A_NORM.findall(self.html)))


@dataclass(frozen=True)
class Text:
    slug: str
    title: str
    lead: SafeString
    parts: tuple[Part, ...]

    def part(self, anchor: str) -> Part | None:
        return next((one for one in self.parts if one.anchor == anchor), None)


@cache
def text_of(slug: str, language: str) -> Text:
    tokens = _markdown().parse(file_of(slug, language).read_text())
    (title, lead), *parts = _chunks(tokens)
    anchors = chapters()[slug].parts
    read = [_part(anchor, said, inside) for anchor, (said, inside) in zip(anchors, parts, strict=True)]
    return Text(slug, title, mark_safe(_drawn(lead)), tuple(read))  # noqa: S308 - made by the renderer, which escapes what stands as HTML


def file_of(slug: str, language: str) -> Path:
    folder: Path = settings.GLOBA_GUIDE
    return folder / language / f"{slug}.md"


def _markdown() -> MarkdownIt:
    """What stands as HTML in the text is shown as it is typed."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _chunks(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """What follows each heading of the first two levels, with its words."""
    starts = [place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag in ("h1", "h2")]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        yield _plain(tokens[start + 1]), list(tokens[start + 3 : end])


def _part(anchor: str, title: str, tokens: list[Token]) -> Part:
    said = " ".join(_plain(token) for token in tokens if token.type == "inline")
    return Part(anchor, title, _drawn(tokens), frozenset(words_of(f"{title} {said}")))


def _plain(inline: Token) -> str:
    return "".join(
        one.content if one.type in ("text", "code_inline") else " " for one in inline.children or () if not one.type.startswith("image")
    )


def _drawn(tokens: list[Token]) -> str:
    for inline in tokens:
        if inline.children:
            inline.children = list(_as_pages_have_them(inline.children))
    markdown = _markdown()
    return str(markdown.renderer.render(list(_with_pictures(tokens)), markdown.options, {}))


def _with_pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    """A picture alone in its paragraph is unfolded by whoever wants it: until then it weighs nothing."""
    alone = {place for place, token in enumerate(tokens) if token.children and [one.type for one in token.children] == ["image"]}
    for place, token in enumerate(tokens):
        if place in alone:
            yield Token("html_block", "", 0, content=_picture((token.children or [])[0]))
        elif not {place - 1, place + 1} & alone:
            yield token


def _as_pages_have_them(children: Iterable[Token]) -> Iterator[Token]:
    ends = ""
    for one in children:
        address = str(one.attrs.get("href", ""))
        if one.type == "link_open" and address.startswith(NORM):
            ends = "<!----></b>"
            yield _markup(f"<b><!--norm:{escape(address.removeprefix(NORM))}-->")
        elif one.type == "link_close" and ends:
            yield _markup(ends)
            ends = ""
        else:
            yield _link(one, address) if one.type == "link_open" else one


def _markup(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _link(token: Token, address: str) -> Token:
    """A link to another file of the guide leads to its page."""
    file, _, part = address.partition("#")
    if file.endswith(".md") and "/" not in file:
        token.attrSet("href", reverse("guide-chapter", args=[file.removesuffix(".md")]) + (f"#{part}" if part else ""))
    return token


def _picture(token: Token) -> str:
    name = str(token.attrs["src"]).removeprefix("../pictures/")
    width, height = size_of(settings.GLOBA_GUIDE / "pictures" / name)
    return format_html(
        '<details class="g-fold g-seen"><summary>{}</summary><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></details>\n',
        token.content, static(f"guide/{name}"), token.content, width, height,
    )  # fmt: skip


def size_of(png: Path) -> tuple[int, int]:
    """Said to the browser, so that nothing jumps when a picture comes."""
    with png.open("rb") as file:
        width, height = struct.unpack(">II", file.read(24)[16:])
    return width, height
