"""Where in a template something is wrong: the words of the paragraph, the row or the cell, as its author wrote them."""

from __future__ import annotations

import html
import re
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SecurityError

from globa.reports.exports.rendering.refused import Refused

LONGEST = 120
PROPERTIES = "docProps/core.xml"
PARAGRAPH = re.compile(r"<w:p([ >])")
MARKUP = re.compile(r"<[^>]+>")
QUOTED = re.compile(r"'([^']+)'")
IN_TEMPLATE = "<template>"


class PlacedTemplate(DocxTemplate):
    """`place` is where the last error stands; empty where it stands in no paragraph, as in the file's properties."""

    place = ""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        try:
            made: str = super().render_xml_part(src_xml, part, context, jinja_env)
        except Exception as error:
            self.place = _words(src_xml, _line(error))
            raise
        return made


def refused(error: Exception, place: str) -> Refused:
    """What the template did wrong, as a reason with its word and its place."""
    word, place = _word(str(error)), place or PROPERTIES
    if isinstance(error, SecurityError):
        return Refused("forbidden", detail=word or str(error)[:LONGEST], place=place)
    if isinstance(error, UndefinedError):
        return Refused("unknown_word", detail=word or str(error)[:LONGEST], place=place)
    if isinstance(error, TemplateSyntaxError) and "Unexpected end of template" in str(error):
        return Refused("unclosed", detail=_word(str(error).rpartition("innermost block")[2]))
    if isinstance(error, TemplateSyntaxError) and "unknown tag" in str(error):
        return Refused("unknown_tag", detail=word, place=place)
    if isinstance(error, TemplateError) or place != PROPERTIES:
        return Refused("ill_formed", place=place)
    return Refused("damaged", detail=f"{type(error).__name__} {error}"[:LONGEST])


def _word(said: str) -> str:
    """The last thing in quotes: 'dict object' has no attribute 'director'."""
    found = QUOTED.findall(said.partition(" of ")[0] if "access to attribute" in said else said)
    if "unknown tag" in said:
        return str(found[0])[:LONGEST] if found else ""
    return str(found[-1])[:LONGEST] if found else ""


def _line(error: BaseException) -> int:
    """Counted from 1, a paragraph a line, as docxtpl cuts them; 0 where nobody knows."""
    told: int | None = getattr(error, "lineno", None)
    if told:
        return told
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == IN_TEMPLATE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _words(source: str, line: int) -> str:
    lines = PARAGRAPH.sub(r"\n<w:p\1", source).splitlines()
    if not 0 < line <= len(lines):
        return ""
    return " ".join(html.unescape(MARKUP.sub("", lines[line - 1])).split())[:LONGEST]
