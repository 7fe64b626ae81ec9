"""
What a municipality's plan, or the report on it, says: goals, tasks, measures, money by source. Needs no database and writes nothing.

Below it, what does not agree in the document: see `check-document`. Ends with 0 where the plan was understood, doubts included; with 2
where the document was refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.report import FileNotRead
from globa.config.language import translator
from globa.documents.document import Document
from globa.vocabulary.words import message as _

NOTED = _("What the checker says of this document:")


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("import-plan", " ".join((__doc__ or "").split()))
    parser.add_argument("path", metavar="FILE", type=Path)
    parser.add_argument("--municipality", required=True, metavar="CODE")
    parser.add_argument("--year", required=True, type=int, metavar="YEAR")
    parser.add_json()
    asked = parser.parse_args(arguments)
    from globa.documents.apart import read_apart
    from globa.importers.plans import telling
    from globa.importers.plans.municipalities import municipality
    from globa.importers.plans.understanding import understand

    municipality(asked.municipality)
    try:
        content = asked.path.read_bytes()
    except OSError as error:
        raise FileNotRead(asked.path, error) from error
    document = read_apart(content, name=asked.path.name, told=printing.progress)
    plan = understand(document, code=asked.municipality, year=asked.year)
    translate = translator()
    print(
        printing.as_text(telling.as_json(plan, translate))
        if asked.as_json
        else "\n".join([*telling.lines(plan, translate), *_noted(document)])
    )
    return 0


def _noted(document: Document) -> list[str]:
    """What the checker says of the same document, for whoever is about to believe it."""
    from globa.checker.checking import check
    from globa.checker.telling import lines

    translate = translator()
    return ["", translate(NOTED), *lines(check(document), translate)]
