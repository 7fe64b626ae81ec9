"""
The forms that ship, one folder a form and a year from which it holds: form.toml, then a file a section in their order.

A form is checked when it is read: an indicator or a dimension that does not exist is refused with its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from globa.registry.staff import PostTitle
from globa.reports.forms.blocks import block
from globa.reports.forms.entry import Entry
from globa.reports.forms.form import Form, SectionForm, Signing
from globa.reports.forms.refusals import IllFormed, NoFormForTheYear, UnknownForm
from globa.vocabulary.words import message as _

SHIPPED = Path(__file__).with_name("shipped")


def codes(folder: Path = SHIPPED) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def read(code: str, year: int, folder: Path = SHIPPED) -> Form:
    """The form as it holds for the year: that of the latest `from_year` not after it."""
    if code not in codes(folder):
        raise UnknownForm(code, codes(folder))
    years = sorted(int(path.name) for path in (folder / code).iterdir() if path.name.isdigit())
    holding = [one for one in years if one <= year]
    if not holding:
        raise NoFormForTheYear(code, year, years[0])
    return edition(code, holding[-1], folder)


@cache
def edition(code: str, from_year: int, folder: Path = SHIPPED) -> Form:
    """One edition of a form, checked."""
    files = {path.name: _toml(path, folder) for path in sorted((folder / code / str(from_year)).glob("*.toml"))}
    head = Entry(f"{code}/{from_year}/form.toml", files.pop("form.toml", {}))
    given = head.entries("sections", []) + [Entry(f"{code}/{from_year}/{name}", fields) for name, fields in files.items()]
    form = Form(
        head.one_of("code", [code]),
        head.number("version"),
        head.number("from_year"),
        head.wording("title"),
        _signing(head),
        tuple(_section(entry) for entry in given),
    )
    _checked(head, form, from_year)
    return form


def _toml(path: Path, folder: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IllFormed(str(path.relative_to(folder)), _("It is not a TOML file: %(error)s."), error=error) from error


def _signing(head: Entry) -> Signing:
    entry = Entry(f"{head.place}, signing", head.get("signing", dict))
    signing = Signing(entry.texts("posts"), entry.number("quorum", 1))
    entry.all_read()
    for post in signing.posts:
        if post not in PostTitle.values:
            raise entry.wrong(_("“%(value)s” is not one of: %(known)s."), value=post, known=", ".join(PostTitle.values))
    return signing


def _section(entry: Entry) -> SectionForm:
    section = SectionForm(entry.text("key"), entry.wording("title"), entry.each("blocks", block), entry.number("level", 1))
    entry.all_read()
    return section


def _checked(head: Entry, form: Form, from_year: int) -> None:
    head.all_read()
    if form.from_year != from_year:
        raise head.wrong(_("“from_year” is not the year of its folder."))
    for key in _twice([section.key for section in form.sections] + [one.key for _section, one in form.blocks()]):
        raise head.wrong(_("“%(key)s” names two things of the form."), key=key)


def _twice(keys: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)
