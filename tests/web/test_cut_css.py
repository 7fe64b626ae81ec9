"""The framework's style sheet holds what the pages name, and no page names what was cut out of it."""

from __future__ import annotations

from tests.journeys.cutting import CUT, SHEET, classes, cut, is_named, named


def test_no_page_names_a_class_that_was_cut() -> None:
    """Else cut again, from the whole sheet: see globa/web/static/globa/README.md."""
    assert named() & set(CUT.read_text(encoding="utf-8").split()) == set()


def test_what_is_kept_is_used() -> None:
    words = named()
    assert {name for name in classes(SHEET.read_text(encoding="utf-8")) if not is_named(name, words)} == set()


def test_a_rule_stays_when_everything_it_names_is_named() -> None:
    css = "a{b:c}.govuk-tag,.govuk-gone{d:e}@media(x){.govuk-gone{f:g}}@media(x){.govuk-tag .own{f:g}}@font-face{h:i}"
    assert cut(css, {"govuk-tag"}) == "a{b:c}.govuk-tag{d:e}@media(x){.govuk-tag .own{f:g}}@font-face{h:i}"
