"""The protocol of a check: what was checked, what does not agree, and what its owner answered; as Word and PDF."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from itertools import islice
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from globa.checker import saying, telling
from globa.checker.finding import Finding, Severity
from globa.documents.document import Document as Documented
from globa.importers.checked_documents.answers import Answer, Says
from globa.importers.checked_documents.documents import CheckedDocument
from globa.importers.checked_documents.results import Result
from globa.reports.document import Cell, Document, Paragraph, Passage, Row, Section, Table, Words
from globa.reports.exports import process
from globa.reports.exports.export import SHIPPED_TEMPLATE
from globa.reports.exports.formats import Format
from globa.reports.exports.printed import printed
from globa.reports.exports.seal import Seal, grouped
from globa.reports.writing.days import iso
from globa.reports.writing.numbers import number

MOST_PLACES, MOST_EXPLANATIONS = 4, 4
OFFERED = (Format.DOCX, Format.PDF)


def protocol(checked: CheckedDocument, result: Result, answers: Mapping[str, Answer], format: Format) -> bytes:
    """`answers` by the id of their finding. Filled into the shipped template, out of process as every file."""
    said = plain(checked, result, answers)
    if format is Format.PDF:
        return process.run("pdf", {"report": said})
    return process.run("word", {"report": said, "template": base64.b64encode(SHIPPED_TEMPLATE.read_bytes()).decode(), "is_foreign": False})


def plain(checked: CheckedDocument, result: Result, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """It is nobody's report: it has no signature, and is no draft of one."""
    on = localtime(checked.done_at).date()
    said: dict[str, Any] = printed(_document(checked, result, answers), Seal(on=on))
    said["state"] = _("Checked %(day)s") % {"day": iso(on)}
    said["words"] |= {"draft": _("Protocol of a check")}
    return said


def _document(checked: CheckedDocument, result: Result, answers: Mapping[str, Answer]) -> Document:
    told = [(one, answers.get(one.id)) for one in result.findings]
    groups = [(title, [pair for pair in told if pair[0].severity == severity]) for severity, title in _titles()]
    found = [(title, pairs) for title, pairs in groups if pairs]
    sections = [
        _what_was_checked(checked, result, answers),
        *(_section(f"{place}", title, pairs) for place, (title, pairs) in enumerate(found, 2)),
    ]
    title = _("What was found in “%(name)s”") % {"name": checked.name}
    return Document("check", 1, title, "", str(checked.user.name or checked.user), "", get_language() or "lt", tuple(sections))


def _titles() -> list[tuple[Severity, str]]:
    return [(Severity.CONTRADICTION, _("Contradictions")), (Severity.SUSPICIOUS, _("To look at once more")), (Severity.FORM, _("Form"))]


def _what_was_checked(checked: CheckedDocument, result: Result, answers: Mapping[str, Answer]) -> Section:
    waived = sum(1 for one in answers.values() if one.says == Says.WAIVED)
    facts = [
        (_("File"), checked.name),
        (_("Kind of file"), result.document.kind),
        (_("Size, bytes"), number(checked.size)),
        ("SHA-256", grouped(checked.sha256)),
        (_("Checked"), iso(localtime(checked.done_at).date())),
        (_("Contradictions"), number(checked.contradictions)),
        (_("To look at once more"), number(checked.suspicious)),
        (_("Form"), number(checked.of_form)),
        (_("Errors to be mended"), number(len(answers) - waived)),
        (_("Right as it is, for a reason"), number(waived)),
        (_("Without an answer"), number(len(result.findings) - len(answers))),
    ]
    rows = tuple(Row(_cell(name), (_cell(value),)) for name, value in facts)
    table = Table("checked", _("The document"), _("What"), (_("Value"),), rows)
    nothing = "" if result.findings else _("Nothing that can be compared in the document disagrees.")
    notes = [_sentence(f"note-{place}", text) for place, text in enumerate((unread(result.document), nothing)) if text]
    return Section("checked", "1", _("What was checked"), (table, *notes))


def unread(document: Documented) -> str:
    """Pages that hold no text were not checked, and it is said."""
    pages = document.without_text
    said = ngettext("Page %(pages)s is a picture without text; nothing on it was checked.",
                    "Pages %(pages)s are pictures without text; nothing on them was checked.", len(pages))  # fmt: skip
    return said % {"pages": ", ".join(map(str, pages))} if pages else ""


def _section(number: str, title: str, pairs: list[tuple[Finding, Answer | None]]) -> Section:
    rows = tuple(Row(_cell(said(one), " ".join(explained(one))), (_cell(where(one)), _cell(answered(answer)))) for one, answer in pairs)
    return Section(f"found-{number}", number, title, (Table(f"table-{number}", title, _("What"), (_("Where"), _("Answer")), rows),))


def said(finding: Finding) -> str:
    """In the language that is active."""
    return saying.message(finding, _)


def explained(finding: Finding) -> list[str]:
    """The first few of the smallest sets of lines or amounts whose sum is the difference."""
    return list(islice(telling.explanations(finding, _), MOST_EXPLANATIONS))


def where(finding: Finding) -> str:
    places = list(dict.fromkeys(filter(None, (telling.where(place, _) for place in finding.places))))
    more = len(places) - MOST_PLACES
    return "; ".join([*places[:MOST_PLACES], *([_("and %(n)s more") % {"n": more}] if more > 0 else [])])


def answered(answer: Answer | None) -> str:
    if answer is None:
        return _("no answer yet")
    reason = f": {answer.reason}" if answer.reason else ""
    return f"{answer.get_says_display()}{reason} ({iso(localtime(answer.answered_at).date())})"


def _cell(text: str, note: str = "") -> Cell:
    return Cell(Words(text), note)


def _sentence(key: str, text: str) -> Passage:
    return Passage(key, (Paragraph((Words(text),)),))
