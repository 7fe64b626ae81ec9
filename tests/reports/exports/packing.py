"""Word templates made for a test: the shipped one with something put into it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx import Document

from globa.reports.exports.export import SHIPPED_TEMPLATE


def saying(text: str) -> bytes:
    """An office's template of one paragraph."""
    document = Document()
    document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_parts(parts: Mapping[str, bytes], of: bytes | None = None) -> bytes:
    """A template with parts added or replaced."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(of or SHIPPED_TEMPLATE.read_bytes())) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, part in parts.items():
            target.writestr(name, part)
    return packed.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name)
