"""Is this the signed content? Of a file: which signed report it says it is, and whether it still is what that report exports."""

from __future__ import annotations

from dataclasses import dataclass

from globa.reports.exports.export import export
from globa.reports.exports.fingerprints import found_in
from globa.reports.exports.formats import Format
from globa.reports.exports.reported import reported
from globa.reports.exports.word_templates import WordTemplate
from globa.reports.keeping.reports import Report
from globa.reports.signing.canonical import fingerprint
from globa.reports.signing.verifying import verify


@dataclass(frozen=True)
class Verified:
    """
    `report` is None where nothing signed has that number or fingerprint, or where what was signed is damaged.

    `is_whole` is False for a file that names a signed report and is not, to the byte, what that report exports: it was
    changed, or another version of the program or of a template made it.
    """

    report: Report | None
    is_whole: bool

    @property
    def is_signed(self) -> bool:
        return self.report is not None and self.is_whole


def verify_number(asked: str) -> Verified:
    report = verify(asked)
    return Verified(report, report is not None)


def verify_file(content: bytes) -> Verified:
    """A file of any of our formats, or the canonical content itself."""
    report = verify(found_in(content) or fingerprint(content))
    if report is None:
        return Verified(None, False)
    is_canonical = found_in(content) is None
    return Verified(report, is_canonical or _is_export(report, content))


def _is_export(report: Report, content: bytes) -> bool:
    kept = reported(report)
    format = _format_of(content)
    if export(kept.document, kept.seal, format) == content:
        return True
    return format is Format.DOCX and any(
        export(kept.document, kept.seal, format, bytes(template.file.content)) == content
        for template in WordTemplate.objects.filter(organisation=report.organisation_id).select_related("file")
    )


def _format_of(content: bytes) -> Format:
    if content.startswith(b"%PDF"):
        return Format.PDF
    if not content.startswith(b"PK"):
        return Format.HTML
    return Format.XLSX if b"xl/workbook.xml" in content else Format.DOCX
