"""Is this what was signed? A file or number is asked, the frozen content answers."""

from __future__ import annotations

import re

from globa.reports.keeping.reports import Report
from globa.reports.signing.canonical import fingerprint
from globa.reports.signing.frozen import SignedContent

HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
NUMBER = re.compile(r"(?:(?P<initials>[^\W\d]+)-)?(?P<year>\d{4})-A(?P<number>\d+)")


def verify(asked: str) -> Report | None:
    """
    Find the signed report by its number (AL-2023-A1) or by a fingerprint in the text, and check that its content is whole.

    None when nothing signed has that number or fingerprint, or when the frozen content no longer has its own.
    """
    content = by_number(asked.strip()) or by_fingerprint(asked)
    if content is None or fingerprint(content.document.encode()) != content.fingerprint:
        return None
    return content.report


def by_fingerprint(text: str) -> SignedContent | None:
    found = HASH.findall(text.lower())
    return SignedContent.objects.filter(fingerprint__in=found).select_related("report__organisation").first() if found else None


def by_number(text: str) -> SignedContent | None:
    found = NUMBER.fullmatch(text)
    if found is None:
        return None
    rows = SignedContent.objects.filter(report__year=found["year"], report__number=found["number"]).select_related("report__organisation")
    return rows.filter(report__organisation__initials=found["initials"] or "").first()
