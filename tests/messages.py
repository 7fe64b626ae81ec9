"""
Every sentence of the program stands in the Lithuanian catalogue, translated, in all four plural forms.

Extracted with Babel, so that no gettext tools are needed.

    python -m tests.messages            names what is missing
    python -m tests.messages --update   takes new sentences into the catalogue
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "globa" / "locale" / "lt" / "LC_MESSAGES" / "django.po"
PLURAL_FORMS = 4
METHODS = [
    ("globa/**.py", "python"),
    ("globa/**/templates/**.html", "tests.messages:sentences_of_template"),
    ("globa/**/templates/**.txt", "tests.messages:sentences_of_template"),
]
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "message": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")
# Django itself turns {% translate %} into Python calls, line for line.
Found = Any  # line, function, sentences, comments; Babel's own annotation of it is wrong


def sentences_of_template(file: BinaryIO, keywords: object, comment_tags: object, options: object) -> Iterator[Found]:
    from babel.messages.extract import extract_python
    from django.utils.translation.template import templatize

    python = templatize(file.read().decode())
    yield from extract_python(BytesIO(python.encode()), KEYWORDS, [], {})


def extracted() -> Catalog:
    catalogue = Catalog(project="Globa", charset="utf-8")
    found = extract_from_dir(ROOT, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)
    for file, line, text, comments, context in found:
        catalogue.add(text, None, [(file, line)], auto_comments=comments, context=context)
    return catalogue


def kept() -> Catalog:
    if not CATALOGUE.exists():
        return Catalog(locale="lt", project="Globa", charset="utf-8")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="lt")


def problems() -> list[str]:
    catalogue = kept()
    return [problem for asked in extracted() if asked.id for problem in _problems(asked, catalogue.get(_first(asked), asked.context))]


def _problems(asked: Message, found: Message | None) -> Iterator[str]:
    where = ":".join(map(str, asked.locations[0])) if asked.locations else "?"
    sentence = f"{where}: “{_first(asked)}”"
    if found is None or not found.string or found.fuzzy:
        yield f"{sentence} is not translated"
        return
    forms = found.string if isinstance(found.string, tuple | list) else (found.string,)
    if asked.pluralizable and (len(forms) != PLURAL_FORMS or not all(forms)):
        yield f"{sentence} needs {PLURAL_FORMS} plural forms"
    wanted = _placeholders(asked.id[-1] if asked.pluralizable else _first(asked))
    if any(_placeholders(form) - wanted or (not asked.pluralizable and wanted - _placeholders(form)) for form in forms if form):
        yield f"{sentence} has other placeholders in its translation"


def _placeholders(text: str) -> set[str]:
    return {found.group(0) for found in PLACEHOLDER.finditer(text)}


def _first(asked: Message) -> str:
    return asked.id[0] if isinstance(asked.id, tuple | list) else asked.id


def update() -> None:
    """New sentences come in empty, gone ones leave; a translation is never guessed."""
    catalogue = kept()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=140, sort_output=True, omit_header=False, include_lineno=False)


def main(arguments: list[str]) -> int:
    from django.conf import settings

    settings.configure(USE_I18N=True)
    if "--update" in arguments:
        update()
    found = problems()
    print(*found, sep="\n", file=sys.stderr)
    return 1 if found and "--update" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
