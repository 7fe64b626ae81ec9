"""An office's own Word template: tried, taken into use, put away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from globa.config import printing
from globa.config.commands.arguments import Arguments, NotUnderstood
from globa.config.commands.opening import records
from globa.config.commands.report import FileNotRead, FileNotWritten

USAGE = "globa word-template --organisation CODE [--form FORM] FILE [--try OUT.docx] | --put-away REASON"


def main(arguments: Sequence[str]) -> int:
    """With --try nothing is kept: the sample filled with the template is written to be looked at."""
    parser = Arguments("word-template", __doc__ or "")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--organisation", required=True, metavar="CODE")
    parser.add_argument("--form", default="", metavar="FORM")
    parser.add_argument("--try", dest="sample", type=Path, metavar="OUT.docx")
    parser.add_argument("--put-away", dest="reason", metavar="REASON")
    asked = parser.parse_args(arguments)
    if bool(asked.file) == bool((asked.reason or "").strip()) or (asked.sample and not asked.file):
        raise NotUnderstood("globa word-template", USAGE)
    with records():
        if asked.file is None:
            told = _put_away(asked.organisation, asked.form, asked.reason)
        elif asked.sample:
            told = _try(asked.file, asked.sample)
        else:
            told = _take(asked.organisation, asked.form, asked.file)
    printing.result(told, as_json=True)
    return 0


def _try(file: Path, sample: Path) -> dict[str, object]:
    from globa.reports.exports.trying import tried

    made = tried(_read(file))
    try:
        sample.write_bytes(made)
    except OSError as error:
        raise FileNotWritten(sample, error) from error
    return {"tried": str(file), "sample": str(sample), "in_use": False}


def _take(code: str, form: str, file: Path) -> dict[str, object]:
    from globa.registry.organisations import Organisation
    from globa.reports.exports.word_templates import take

    _known(form)
    template = take(organisation=Organisation.objects.coded(code), name=file.name, content=_read(file), by=None, form=form)
    return {"organisation": code, "form": form or None, "file": str(template), "in_use": template.is_in_use}


def _put_away(code: str, form: str, reason: str) -> dict[str, object]:
    from globa.registry.organisations import Organisation
    from globa.reports.exports.word_templates import NoTemplateOfItsOwn, WordTemplate, put_away

    _known(form)
    template = WordTemplate.objects.in_use().filter(organisation=Organisation.objects.coded(code), form=form).first()
    if template is None:
        raise NoTemplateOfItsOwn
    put_away(template=template, reason=reason.strip(), by=None)
    return {"organisation": code, "form": form or None, "put_away": str(template)}


def _known(form: str) -> None:
    from globa.reports.forms import UnknownForm, codes

    if form and form not in codes():
        raise UnknownForm(form, codes())


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileNotRead(file, error) from error
