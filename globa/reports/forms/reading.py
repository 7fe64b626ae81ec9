"""
The forms that ship, one folder a form and a year from which it holds: form.toml, then a file a section in their order.

A form that is filled for one day stands in a folder of its own beside that of years: 2019-day.

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
from globa.vocabulary.period import Period
from globa.vocabulary.words import message as _

SHIPPED = Path(__file__).with_name("shipped")
DAY = "-day"


def codes(folder: Path = SHIPPED) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def read(code: str, year: int, folder: Path = SHIPPED, *, on_a_day: bool = False) -> Form:
    """The form as it holds for the year: that of the latest `from_year` not after it; of a day where there is such a form."""
    if code not in codes(folder):
        raise UnknownForm(code, codes(folder))
    years = _years(code, on_a_day, folder) or _years(code, not on_a_day, folder)
    holding = [one for one in years if one <= year]
    if not holding:
        raise NoFormForTheYear(code, year, min(years))
    return edition(code, years[max(holding)], folder)


def of_period(code: str, period: Period) -> Form:
    """The form by which a report of the period is made, today and ever after."""
    return read(code, period.last_day.year, on_a_day=period.is_day)


def is_on_a_day(code: str, folder: Path = SHIPPED) -> bool:
    """Whether a new report of this form is of a day."""
    return bool(_years(code, True, folder))


def is_of_a_plan(code: str, folder: Path = SHIPPED) -> bool:
    """Whether reports of this form tell of a municipality's plan, and are begun there."""
    return any(edition(code, name, folder).is_of_a_plan for name in _years(code, False, folder).values())


def _years(code: str, on_a_day: bool, folder: Path) -> dict[int, str]:
    """The names of folders by the year from which they hold."""
    ending = DAY if on_a_day else ""
    names = [path.name for path in (folder / code).iterdir() if path.name.endswith(ending)]
    return {int(name.removesuffix(ending)): name for name in names if name.removesuffix(ending).isdigit()}


@cache
def edition(code: str, name: str, folder: Path = SHIPPED) -> Form:
    """One edition of a form, checked."""
    files = {path.name: _toml(path, folder) for path in sorted((folder / code / name).glob("*.toml"))}
    head = Entry(f"{code}/{name}/form.toml", files.pop("form.toml", {}))
    given = head.entries("sections", []) + [Entry(f"{code}/{name}/{file}", fields) for file, fields in files.items()]
    form = Form(
        head.one_of("code", [code]),
        head.number("version"),
        head.number("from_year"),
        head.wording("title"),
        _signing(head),
        tuple(_section(entry) for entry in given),
        name.endswith(DAY),
    )
    _checked(head, form, name.removesuffix(DAY))
    return form


def _toml(path: Path, folder: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IllFormed(str(path.relative_to(folder)), _("It is not a TOML file: %(error)s."), error=error) from error


def _signing(head: Entry) -> Signing:
    entry = Entry(f"{head.place}, signing", head.get("signing", dict))
    signing = Signing(entry.texts("posts"), entry.number("quorum", 1), entry.truth("by_group"))
    entry.all_read()
    for post in signing.posts:
        if post not in PostTitle.values:
            raise entry.wrong(_("“%(value)s” is not one of: %(known)s."), value=post, known=", ".join(PostTitle.values))
    return signing


def _section(entry: Entry) -> SectionForm:
    section = SectionForm(entry.text("key"), entry.wording("title"), entry.each("blocks", block), entry.number("level", 1))
    entry.all_read()
    return section


def _checked(head: Entry, form: Form, from_year: str) -> None:
    head.all_read()
    if str(form.from_year) != from_year:
        raise head.wrong(_("“from_year” is not the year of its folder."))
    for key in _twice([section.key for section in form.sections] + [one.key for _section, one in form.blocks()]):
        raise head.wrong(_("“%(key)s” names two things of the form."), key=key)


def _twice(keys: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)
