"""Formulas of an .xlsx that nobody worked out: some programs write them without their values, and an empty square would say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile

Formulas = dict[tuple[int, int], str]
SHEET = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?\bid="([^"]*)"')
TARGET = re.compile(rb"<Relationship\s[^>]*>")
ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')
UNWORKED = re.compile(rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b[^>]*>([^<]{1,500})</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>')


def unworked(content: bytes) -> dict[str, Formulas]:
    """By the name of the sheet: from row and column, both from nought, to “=SUM(B2:B9)”."""
    with ZipFile(BytesIO(content)) as packed:
        return {name: dict(_formulas(packed.read(path))) for name, path in sheets(packed).items()}


def sheets(packed: ZipFile) -> dict[str, str]:
    """By the name of a sheet its part of the file."""
    names = set(packed.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = dict(_targets(packed.read("xl/_rels/workbook.xml.rels")))
    found = {_text(name): targets.get(_text(key), "") for name, key in SHEET.findall(packed.read("xl/workbook.xml"))}
    return {name: path for name, path in found.items() if path in names}


def _targets(relations: bytes) -> Iterator[tuple[str, str]]:
    for one in TARGET.findall(relations):
        said = {_text(name): _text(value) for name, value in ATTRIBUTE.findall(one)}
        target = said.get("Target", "")
        yield said.get("Id", ""), target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _formulas(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for column, row, formula in UNWORKED.findall(sheet):
        yield (int(row) - 1, _number(_text(column))), f"={_text(formula)}"


def _number(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(raw: bytes) -> str:
    return unescape(raw.decode("utf-8", "replace"))
