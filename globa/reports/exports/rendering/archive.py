"""A Word template before it is opened: no bomb, no programs, nothing that reaches outside of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from globa.reports.exports.rendering.refused import Refused

MEGABYTE = 1024 * 1024
MOST_BYTES, MOST_PARTS = 30 * MEGABYTE, 400
CHUNK = 64 * 1024
MAIN_PART = "word/document.xml"
PROGRAMS = ("vbaproject", "vbadata", "activex", "/embeddings/", "oleobject", ".exe", ".dll", "macrosheet", "/customui/", "afchunk")
ALLOWED_OUTSIDE = "/hyperlink"
# Fields of Word that fetch or run something when the file is opened.
READING_FIELDS = re.compile(rb"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|DDEAUTO|DDE|DATABASE|LINK|IMPORT|MACROBUTTON|RD|EMBED)\b")
FIELD = re.compile(rb"<w:instrText[^>]*>(.*?)</w:instrText>|w:instr=\"([^\"]*)\"", re.DOTALL)
DECLARED_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([^\"']+)[\"']")


def checked(content: bytes) -> None:
    """Unpacked once with the bytes counted as they come: what a header says about its size is not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check(packed)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Refused("not_word") from error


def _check(packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    if len(names) > MOST_PARTS or len(set(names)) != len(names):
        raise Refused("too_many", most=MOST_PARTS)
    if MAIN_PART not in names:
        raise Refused("not_word")
    left = MOST_BYTES
    for name in names:
        if any(program in f"/{name}".lower() for program in PROGRAMS):
            raise Refused("macros", part=name)
        part = b"".join(_unpacked(packed, name, left))
        left -= len(part)
        _check_part(name, part)


def _unpacked(packed: zipfile.ZipFile, name: str, left: int) -> Iterator[bytes]:
    with packed.open(name) as stream:
        while chunk := stream.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Refused("too_large", most=MOST_BYTES // MEGABYTE)
            yield chunk


def _check_part(name: str, part: bytes) -> None:
    if not name.lower().endswith((".xml", ".rels", ".vml")) and part.lstrip()[:5] != b"<?xml":
        return
    encoding = DECLARED_ENCODING.search(part[:200])
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise Refused("entities", part=name)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Refused("entities", part=name)
    if b"macroEnabled" in part or b"attachedTemplate" in part:
        raise Refused("macros", part=name)
    _check_relations(name, part)
    _check_fields(part)


def _check_relations(name: str, part: bytes) -> None:
    for relation in re.findall(rb"<[^>]*\bTargetMode=[\"']External[\"'][^>]*>", part):
        kind = re.search(rb"\bType=[\"']([^\"']*)[\"']", relation)
        if kind is None or not kind[1].decode(errors="replace").endswith(ALLOWED_OUTSIDE):
            raise Refused("outside", part=name)


def _check_fields(part: bytes) -> None:
    """A field's letters may lie in several runs, so those of a part are read together."""
    told = b"".join(one or other for one, other in FIELD.findall(part)).upper()
    if found := READING_FIELDS.search(told):
        raise Refused("field", name=found[1].decode())
