"""A report as a file, and whether a file or number is of a signed one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

FORMATS = ("html", "docx", "pdf", "xlsx")


class FileNotWritten(Refusal):
    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            _("The file %(path)s could not be written (%(why)s), so there is no export. Name a place where you may write."),
            path=path,
            why=error.strerror,
        )


class FileNotRead(Refusal):
    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            _("The file %(path)s could not be read (%(why)s), so nothing is known about it. Name a file that you may read."),
            path=path,
            why=error.strerror,
        )


def main(arguments: Sequence[str]) -> int:
    return verify(arguments[1:]) if arguments[:1] == ["verify"] else write(arguments)


def write(arguments: Sequence[str]) -> int:
    """Write the newest version that is kept; a draft where none is signed."""
    parser = Arguments("report", __doc__ or "")
    parser.add_argument("form", metavar="FORM")
    parser.add_argument("--organisation", required=True, metavar="CODE")
    parser.add_argument("--period", required=True, type=Period.parse)
    parser.add_argument("--format", required=True, choices=FORMATS, metavar="|".join(FORMATS))
    parser.add_argument("--output", required=True, type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    with records():
        from globa.registry.organisations import Organisation
        from globa.reports.exports.export import export
        from globa.reports.exports.reported import current
        from globa.reports.exports.word_templates import in_use

        organisation = Organisation.objects.coded(asked.organisation)
        report = current(asked.form, organisation, asked.period)
        template = in_use(organisation.pk, asked.form) if asked.format == "docx" else None
        content = export(report.document, report.seal, asked.format, template)
        _keep(asked.output, content)
        told = {"file": str(asked.output), "bytes": len(content), "signed": report.seal.is_signed, "fingerprint": report.seal.fingerprint}
        printing.result(told, as_json=True)
    return 0


def _keep(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FileNotWritten(path, error) from error


def verify(arguments: Sequence[str]) -> int:
    """Exit 0 only for what was signed, unchanged."""
    parser = Arguments("report verify", __doc__ or "")
    parser.add_argument("what", metavar="FILE|NUMBER")
    asked = parser.parse_args(arguments)
    with records():
        from globa.reports.exports.verifying import verify_file, verify_number

        content = _read(Path(asked.what))
        found = verify_number(asked.what) if content is None else verify_file(content)
        printing.result(_told(found), as_json=True)
    return 0 if found.is_signed else 1


def _read(path: Path) -> bytes | None:
    """None for what is a number and no file at all."""
    if not path.exists() and not path.suffix and len(path.parts) == 1:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotRead(path, error) from error


def _told(found: Any) -> dict[str, Any]:
    if found.report is None:
        return {"signed": False, "report": None}
    report = found.report
    return {
        "signed": found.is_signed,
        "report": report.shown_number,
        "form": report.form,
        "organisation": report.organisation.code,
        "period": str(report.period),
        "version": report.version,
        "state": report.state,
        "fingerprint": report.content.fingerprint,
        "unchanged": found.is_whole,
    }
