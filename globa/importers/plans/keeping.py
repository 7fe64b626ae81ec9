"""What was read of a plan's document, as bytes and back: the document as it lies, the plan, and what does not agree in it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from globa.checker.finding import Finding
from globa.documents.document import Document
from globa.documents.written import as_json, from_json
from globa.importers.plans.results import Proposed
from globa.importers.plans.understood import Plan


@dataclass(frozen=True)
class ReadPlan:
    document: Document
    plan: Plan
    findings: tuple[Finding, ...]
    results: tuple[Proposed, ...] = ()


class _Written(msgspec.Struct, frozen=True):
    document: msgspec.Raw
    plan: Plan
    findings: tuple[Finding, ...]
    results: tuple[Proposed, ...]


def written(read: ReadPlan) -> bytes:
    return msgspec.json.encode(_Written(msgspec.Raw(as_json(read.document)), read.plan, read.findings, read.results))


def read(content: bytes) -> ReadPlan:
    found = msgspec.json.decode(content, type=_Written)
    return ReadPlan(from_json(bytes(found.document)), found.plan, found.findings, found.results)
