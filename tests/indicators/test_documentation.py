"""The manual says what the declarations say."""

from __future__ import annotations

from globa.indicators.documentation import FOLDER, pages


def test_the_manual_is_what_would_be_written_now() -> None:
    """Run `python -m globa.indicators.documentation` after a change of a declaration or a specification."""
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in kept.keys() | pages().keys() if kept.get(name) != pages().get(name))
    assert stale == []
