"""What was read and what was found, as bytes and back."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from globa.checker.finding import Finding
from globa.documents.document import Document
from globa.documents.written import as_json, from_json


@dataclass(frozen=True)
class Result:
    document: Document
    findings: tuple[Finding, ...]

    def finding(self, id: str) -> Finding | None:
        return next((one for one in self.findings if one.id == id), None)


class _Written(msgspec.Struct, frozen=True):
    document: msgspec.Raw
    findings: tuple[Finding, ...]


def written(result: Result) -> bytes:
    return msgspec.json.encode(_Written(msgspec.Raw(as_json(result.document)), result.findings))


def read(content: bytes) -> Result:
    found = msgspec.json.decode(content, type=_Written)
    return Result(from_json(bytes(found.document)), found.findings)
