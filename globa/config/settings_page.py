"""
The tables of docs/settings.md, written from the declarations.

    python -m globa.config.settings_page
"""

from __future__ import annotations

from collections.abc import Iterator

from globa.config import declared, paths
from globa.config.setting import Setting

PAGE = paths.ROOT / "docs" / "settings.md"
BEGINS, ENDS = "<!-- written by python -m globa.config.settings_page -->", "<!-- end of what is written -->"


def written(page: str) -> str:
    """Return the page with its tables made anew; what stands around them is kept."""
    before, _begins, rest = page.partition(BEGINS)
    _tables, _ends, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n{tables()}\n{ENDS}{after}"


def tables() -> str:
    return "\n".join(line for part, settings in declared.PARTS for line in _table(part, settings))


def _table(part: str, settings: tuple[Setting, ...]) -> Iterator[str]:
    yield from ("", f"**{part}**", "", "| name | what can be said | default | meaning |", "|---|---|---|---|")
    for one in settings:
        default = f"`{one.otherwise}`" if " " not in one.otherwise and one.otherwise else one.otherwise or "none"
        yield f"| `{one.name}` | `{one.kind.expected}` | {_plain(default)} | {_plain(one.meaning)} |"


def _plain(text: str) -> str:
    """A bracket outside code would be a mark of HTML."""
    return text if text.startswith("`") else text.replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text()))
