"""The page to print: one file that needs nothing else, without a script."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine, Template
from django.utils.safestring import mark_safe

FOLDER = Path(__file__).with_name("templates")
FONTS = Path(__file__).with_name("fonts")


def page(report: Mapping[str, Any]) -> bytes:
    """Pictures are our own drawing, with every text in them escaped; all else is escaped by the template."""
    sections = [section | {"blocks": [_block(block) for block in section["blocks"]]} for section in report["sections"]]
    context = {"report": dict(report) | {"sections": sections}, "fonts": _fonts(), "style": _style()}
    return _template().render(Context(context)).encode()


def _block(block: dict[str, Any]) -> dict[str, Any]:
    if block["kind"] == "picture":
        return block | {"svg": mark_safe(block["svg"]), "table": _table(block["table"])}  # noqa: S308 - drawn by us
    return _table(block) if block["kind"] == "table" else block


def _table(given: dict[str, Any]) -> dict[str, Any]:
    """Each cell beside whether its column is of numbers."""
    heads = list(zip(given["columns"], given["numeric"], strict=True))
    rows = [row | {"cells": list(zip(row["cells"], given["numeric"], strict=True))} for row in given["rows"]]
    return given | {"heads": heads, "rows": rows}


@cache
def _template() -> Template:
    return Engine(dirs=[str(FOLDER)], builtins=["django.templatetags.i18n"]).get_template("page.html")


@cache
def _style() -> str:
    return mark_safe((FOLDER / "page.css").read_text(encoding="utf-8"))  # noqa: S308 - our own file


@cache
def _fonts() -> list[tuple[int, str]]:
    """Weight and letters of each font, inside the page."""
    files = ((400, "Inter-Regular.ttf"), (600, "Inter-SemiBold.ttf"))
    return [(weight, base64.b64encode((FONTS / name).read_bytes()).decode()) for weight, name in files]
