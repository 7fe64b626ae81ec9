"""What was read and what was found, as bytes and back."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from globa.checker.finding import Finding
from globa.documents.document import Block, Document, Heading, Paragraph, Table

BLOCKS: dict[str, type[Block]] = {"heading": Heading, "paragraph": Paragraph, "table": Table}
NAMES = {block: name for name, block in BLOCKS.items()}


@dataclass(frozen=True)
class Result:
    document: Document
    findings: tuple[Finding, ...]

    def finding(self, id: str) -> Finding | None:
        return next((one for one in self.findings if one.id == id), None)


class _Written(msgspec.Struct, frozen=True):
    kind: str
    pages: int | None
    blocks: tuple[tuple[str, msgspec.Raw], ...]
    findings: tuple[Finding, ...]


def written(result: Result) -> bytes:
    document = result.document
    blocks = tuple((NAMES[type(block)], msgspec.Raw(msgspec.json.encode(block))) for block in document.blocks)
    return msgspec.json.encode(_Written(document.kind, document.pages, blocks, result.findings))


def read(content: bytes) -> Result:
    found = msgspec.json.decode(content, type=_Written)
    blocks = tuple(msgspec.json.decode(block, type=BLOCKS[name]) for name, block in found.blocks)
    return Result(Document(found.kind, blocks, found.pages), found.findings)
