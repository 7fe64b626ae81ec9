"""
What a template may not hold: code or style inside the page (the content policy refuses it), unescaped text, texts without translation.

    python -m tests.templates
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = [
    (re.compile(r"\sstyle\s*=", re.I), "inline style: write a class (the content policy refuses it)"),
    (re.compile(r"\son[a-z]+\s*=\s*[\"']", re.I), "inline script: put it in a file (the content policy refuses it)"),
    (re.compile(r"<script(?![^>]*\bsrc=)", re.I), "script inside the page: put it in a file (the content policy refuses it)"),
    (re.compile(r"<style\b", re.I), "style inside the page: put it in a file (the content policy refuses it)"),
    (re.compile(r"\|\s*safe\b(?!\w)"), "|safe: what is written by people stays escaped"),
    (re.compile(r"\{%\s*autoescape\s+off"), "autoescape off: what is written by people stays escaped"),
    (re.compile(r"\{%\s*govuk\b[^%]*\bhtml\s*="), "html= in a govuk tag is not escaped: use text="),
    (re.compile(r"(?:src|href)\s*=\s*[\"']https?://(?!www\.w3\.org)", re.I), "something from elsewhere: the page loads only our own files"),
    (re.compile(r"\(-ai\)|\(-os\)|\(s\)"), "a plural in brackets: use blocktranslate count"),
]
COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", re.S)


def templates() -> list[Path]:
    return sorted(path for path in (ROOT / "globa").rglob("templates/**/*") if path.suffix in (".html", ".svg"))


# A file that is kept and read where Globa is not: it carries its styles along, and no content policy stands before it.
CARRIES_ITS_STYLE = (ROOT / "globa" / "reports" / "exports" / "templates" / "page.html",)


def problems(text: str, *, carries_style: bool = False) -> Iterator[tuple[int, str]]:
    """Yield line and sentence; comments may say anything."""
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group(0)), text)
    for pattern, sentence in FORBIDDEN:
        if carries_style and "style inside" in sentence:
            continue
        for found in pattern.finditer(bare):
            yield bare.count("\n", 0, found.start()) + 1, sentence


def main() -> int:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {sentence}"
        for path in templates()
        for line, sentence in problems(path.read_text(), carries_style=path in CARRIES_ITS_STYLE)
    ]
    print(*found, sep="\n", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
