"""
Cutting the framework's style sheet to what the pages name, so that a first visit fits into 100 KB.

    python -m tests.journeys.cutting FULL.css

writes globa/web/static/globa/govuk-moj.css and, beside this file, the names of the classes that were cut out: a test says when a page
names one of them. What a rule needs stands in templates, in Python, in scripts, or in the framework's own templates of a button or a field.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "globa" / "web" / "static" / "globa" / "govuk-moj.css"
CUT = Path(__file__).with_name("cut_classes.txt")
COMPONENTS = Path(str(files("govuk_frontend_jinja"))) / "templates" / "components"
NAMED = re.compile(r"\b(?:govuk|moj)-[a-zA-Z0-9_!-]+")
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
SOURCES = ("globa/web/**/*.html", "globa/**/*.py", "globa/web/static/globa/*.js", "globa/web/static/globa/[!g]*.css")


def named() -> set[str]:
    """Every class of the framework that a page may carry; one that ends with a hyphen begins several."""
    sources = [path for pattern in SOURCES for path in ROOT.glob(pattern)]
    sources += [path for name in components_used() for path in (COMPONENTS / name).glob("*.html")]
    return {word for path in sources for word in NAMED.findall(path.read_text(encoding="utf-8"))}


def components_used() -> set[str]:
    """Those that templates name, those that fields are drawn with, and those of which these consist."""
    web = ROOT / "globa" / "web"
    used = {name for path in web.rglob("*.html") for name in re.findall(r'{% govuk "([a-z-]+)"', path.read_text(encoding="utf-8"))}
    used |= {name for path in web.rglob("*.py") for name in re.findall(r'\brender\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))}
    inner = {name: _consists_of(name) for name in (folder.name for folder in COMPONENTS.iterdir() if folder.is_dir())}
    while more := {part for name in used for part in inner[name]} - used:
        used |= more
    return used


def _consists_of(component: str) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (COMPONENTS / component).glob("*.html"))
    return {name for text in texts for name in re.findall(r'from "[^"]*components/([a-z-]+)/', text)}


def is_used(selector: str, words: set[str]) -> bool:
    """Whether every class of the framework in it is named somewhere; a rule without one holds for all pages."""
    return all(is_named(name.replace("\\", ""), words) for name in CLASS.findall(selector) if name.startswith(("govuk-", "moj-")))


def is_named(name: str, words: set[str]) -> bool:
    return name in words or any(word.endswith("-") and name.startswith(word) for word in words)


def cut(css: str, words: set[str]) -> str:
    return "".join(_kept(css, words))


def _kept(css: str, words: set[str]) -> Iterator[str]:
    for head, body in rules(css):
        if body is None:
            yield head
        elif head.startswith("@") and ("{" not in body or head.startswith("@keyframes")):
            yield f"{head}{{{body}}}"
        elif head.startswith("@"):
            if inside := cut(body, words):
                yield f"{head}{{{inside}}}"
        elif selectors := [one for one in split(head) if is_used(one, words)]:
            yield f"{','.join(selectors)}{{{body}}}"


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """What stands before each outermost brace and within it; a statement without braces has no body."""
    at = 0
    while at < len(css):
        brace, end = css.find("{", at), css.find(";", at)
        if end != -1 and (brace == -1 or end < brace):
            yield css[at : end + 1], None
            at = end + 1
        elif brace == -1:
            return
        else:
            close = _closing(css, brace)
            yield css[at:brace].strip(), css[brace + 1 : close]
            at = close + 1


def _closing(css: str, brace: int) -> int:
    depth, quoted = 0, ""
    for place in range(brace, len(css)):
        letter = css[place]
        if quoted:
            quoted = "" if letter == quoted and css[place - 1] != "\\" else quoted
        elif letter in "\"'":
            quoted = letter
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError(css[brace : brace + 60])


def split(selectors: str) -> list[str]:
    """At commas outside brackets."""
    found, depth, begun = [], 0, 0
    for place, letter in enumerate(selectors):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            found.append(selectors[begun:place])
            begun = place + 1
    return [*found, selectors[begun:]]


def classes(css: str) -> set[str]:
    heads = re.sub(r"\{[^{}]*\}", "{}", css)
    return {name.replace("\\", "") for name in CLASS.findall(heads) if name.startswith(("govuk-", "moj-"))}


def main(full: Path) -> None:
    css = full.read_text(encoding="utf-8")
    words = named()
    small = cut(css, words)
    # What is named and still gone stood only in rules about another class that nobody names.
    gone = {name for name in classes(css) - classes(small) if not is_named(name, words)}
    SHEET.write_text(small, encoding="utf-8")
    CUT.write_text("\n".join(sorted(gone)) + "\n", encoding="utf-8")
    print(f"{len(css)} -> {len(small)} letters, {len(gone)} classes cut")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
