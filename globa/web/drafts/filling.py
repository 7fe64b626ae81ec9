"""Writing values into the fields of a form that was already drawn, leaving every other letter of it as it is."""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from html.parser import HTMLParser

TYPED = {"text", "email", "tel", "number", "search", "date", "time", "url", "hidden", ""}
CHOSEN = {"radio", "checkbox"}
NEVER = {"csrfmiddlewaretoken"}
VALUE = re.compile(r"\svalue(?:=\"[^\"]*\"|='[^']*'|=[^\s>]+)?(?=[\s/>])")
CHECKED = re.compile(r"\s(?:checked|selected)(?:=\"[^\"]*\")?(?=[\s/>])")
Attributes = list[tuple[str, str | None]]


def filled(form: str, fields: dict[str, list[str]]) -> str:
    """Return the form with these values; a field that is not among them was empty or not chosen."""
    writer = _Writer(fields)
    writer.feed(form)
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    def __init__(self, fields: dict[str, list[str]]) -> None:
        super().__init__(convert_charrefs=False)
        self.fields = fields
        self.taken: defaultdict[str, int] = defaultdict(int)
        self.written: list[str] = []
        self.select = ""
        self.is_skipping = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        tag_text, known = self.get_starttag_text() or "", dict(attrs)
        name = known.get("name") or ""
        if tag == "select":
            self.select = name
        elif tag == "input":
            tag_text = self._input(tag_text, known, name)
        elif tag == "option" and self.select:
            tag_text = self._option(tag_text, known)
        self.written.append(tag_text)
        if tag == "textarea" and name not in NEVER:
            self.written.append("\n" + escape(self._next(name)))
            self.is_skipping = True

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.is_skipping = False
        elif tag == "select":
            self.select = ""
        self.written.append(f"</{tag}>")

    def _input(self, text: str, known: dict[str, str | None], name: str) -> str:
        kind = (known.get("type") or "").lower()
        if not name or name in NEVER:
            return text
        if kind in CHOSEN:
            return _marked(text, "checked", (known.get("value") or "on") in self.fields.get(name, []))
        if kind == "hidden" and self.taken[name] >= len(self.fields.get(name, [])):
            return text
        return _valued(text, self._next(name)) if kind in TYPED else text

    def _option(self, text: str, known: dict[str, str | None]) -> str:
        return _marked(text, "selected", (known.get("value") or "") in self.fields.get(self.select, []))

    def _next(self, name: str) -> str:
        values, index = self.fields.get(name, []), self.taken[name]
        self.taken[name] += 1
        return values[index] if index < len(values) else ""

    def _other(self, text: str) -> None:
        if not self.is_skipping:
            self.written.append(text)

    def handle_data(self, data: str) -> None:
        self._other(data)

    def handle_entityref(self, name: str) -> None:
        self._other(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._other(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._other(f"<!--{data}-->")


def _valued(tag: str, value: str) -> str:
    return _with(VALUE.sub("", tag, count=1), f'value="{escape(value)}"')


def _marked(tag: str, mark: str, is_marked: bool) -> str:
    bare = CHECKED.sub("", tag)
    return _with(bare, mark) if is_marked else bare


def _with(tag: str, attribute: str) -> str:
    end = "/>" if tag.endswith("/>") else ">"
    return f"{tag.removesuffix(end).rstrip()} {attribute}{end}"
