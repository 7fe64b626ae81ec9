"""Making findings: an id that stays, and JSON as other programs read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from decimal import Decimal
from hashlib import blake2s
from typing import Any

from globa.checker.explaining import Explained
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import folded
from globa.documents.document import Place

NOTHING_EXPLAINS = Explained(())


def finding(
    rule: str,
    severity: Severity,
    places: Sequence[Place],
    sentence: str,
    *said: object,
    difference: Decimal | None = None,
    explained: Explained = NOTHING_EXPLAINS,
    confidence: Decimal | int = 1,
    **values: object,
) -> Finding:
    """`said` is what tells this finding from others of its rule: labels and numbers, never places. Without it the values do."""
    told = {name: str(value) for name, value in values.items()}
    return Finding(
        stable(rule, *(said or told.values())),
        rule,
        severity,
        tuple(places),
        sentence,
        told,
        difference,
        explained.sets,
        Decimal(confidence),
        explained.is_whole,
    )


def stable(rule: str, *said: object) -> str:
    words = "|".join(folded(str(one)) for one in said)
    return f"{rule}-{blake2s(words.encode(), digest_size=6).hexdigest()}"


def as_json(findings: Iterable[Finding], translate: Callable[[str], str] = str) -> dict[str, list[dict[str, Any]]]:
    """Amounts as decimal strings; places without what their format does not know."""
    return {"findings": [_one(finding, translate) for finding in findings]}


def message(finding: Finding, translate: Callable[[str], str] = str) -> str:
    sentence = translate(finding.sentence)
    return sentence % finding.values if finding.values else sentence


def _one(finding: Finding, translate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "places": [_place(place) for place in finding.places],
        "message": message(finding, translate),
        "difference": None if finding.difference is None else f"{finding.difference:f}",
        "explained_by": [[_part(part) for part in parts] for parts in finding.explained_by],
        "explained_whole": finding.explained_whole,
        "confidence": f"{finding.confidence:f}",
    }


def _part(part: Part) -> dict[str, Any]:
    return {"place": _place(part.place), "text": part.text, "amount": f"{part.amount:f}"}


def _place(place: Place) -> dict[str, Any]:
    return {name: value for name, value in asdict(place).items() if value is not None}
