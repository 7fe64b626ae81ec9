"""A table of a form's file, read field by field: what is missing, mistyped or not known is refused with its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from globa.reports.document import FigureKey
from globa.reports.forms.form import Wording
from globa.reports.forms.refusals import IllFormed
from globa.reports.texts.references import card_of, checked
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

Read = TypeVar("Read")


class Entry:
    """`place` says where in the files it stands: activity/2019/2-homes.toml, block 3."""

    def __init__(self, place: str, fields: Mapping[str, Any]) -> None:
        self.place = place
        self.fields = dict(fields)
        self.read: set[str] = set()

    def wrong(self, problem: str, **values: object) -> IllFormed:
        return IllFormed(self.place, problem, **values)

    def all_read(self) -> None:
        """Refuse a field that nobody asked for: a mistyped name would else be passed over in silence."""
        if unknown := sorted(set(self.fields) - self.read):
            raise self.wrong(_("“%(name)s” is not known here."), name=unknown[0])

    def get(self, name: str, kind: type, default: Any = None) -> Any:
        self.read.add(name)
        value = self.fields.get(name, default)
        if value is None:
            raise self.wrong(_("“%(name)s” is missing."), name=name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(_("“%(name)s” is of the wrong kind."), name=name)
        return value

    def has(self, name: str) -> bool:
        return name in self.fields

    def text(self, name: str, default: str | None = None) -> str:
        return str(self.get(name, str, default)).strip()

    def number(self, name: str, default: int | None = None) -> int:
        return int(self.get(name, int, default))

    def truth(self, name: str) -> bool:
        return bool(self.get(name, bool, False))

    def one_of(self, name: str, known: Collection[str], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in known:
            raise self.wrong(_("“%(value)s” is not one of: %(known)s."), value=value, known=", ".join(known))
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.get(name, list)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(_("“%(name)s” is of the wrong kind."), name=name)
        return tuple(values)

    def wording(self, name: str) -> Wording:
        """A title in both languages, neither empty."""
        return self._in_both(name, self.get(name, dict))

    def wordings(self, name: str) -> tuple[Wording, ...]:
        return tuple(self._in_both(f"{name} {place}", value) for place, value in enumerate(self.get(name, list), 1))

    def _in_both(self, name: str, value: Any) -> Wording:
        if not isinstance(value, dict) or set(value) != {"lt", "en"} or not all(isinstance(one, str) and one for one in value.values()):
            raise self.wrong(_("“%(name)s” is said in Lithuanian (lt) and English (en)."), name=name)
        return Wording(self.known(value["lt"]), self.known(value["en"]))

    def passage(self, name: str) -> Wording:
        """A text in Lithuanian, in English only where somebody wrote it."""
        return Wording(self.known(self.text(name)), self.known(self.text(f"{name}_en", "")))

    def known(self, text: str) -> str:
        try:
            return checked(text)
        except Refusal as refusal:
            raise self.wrong(str(refusal)) from refusal

    def key(self, written: str) -> FigureKey:
        """Read a reference and refuse one whose indicator or dimension does not exist."""
        key = FigureKey.parse(written)
        if key is None:
            raise self.wrong(_("“%(written)s” is not a reference to a figure."), written=written)
        try:
            card_of(key)
        except Refusal as refusal:
            raise self.wrong(str(refusal)) from refusal
        return key

    def figure(self, name: str) -> FigureKey:
        return self.key(self.text(name))

    def figures(self, name: str) -> tuple[FigureKey, ...]:
        return tuple(self.key(written) for written in self.texts(name))

    def dimension(self, name: str, *codes: str) -> str:
        """A dimension that every one of the indicators has."""
        dimension = self.text(name)
        for code in codes:
            self.key(f"{code}[{dimension}=any]")
        return dimension

    def entries(self, name: str, default: list[Any] | None = None) -> list[Entry]:
        """The tables of a list; whoever reads one asks it at the end whether all of it was read."""
        values = self.get(name, list, default)
        if not all(isinstance(value, dict) for value in values):
            raise self.wrong(_("“%(name)s” is of the wrong kind."), name=name)
        return [Entry(f"{self.place}, {name} {place}", value) for place, value in enumerate(values, 1)]

    def each(self, name: str, read: Callable[[Entry], Read], default: list[Any] | None = None) -> tuple[Read, ...]:
        """What `read` makes of each table of a list, nothing in it left unread."""
        return tuple(_wholly(entry, read) for entry in self.entries(name, default))


def _wholly(entry: Entry, read: Callable[[Entry], Read]) -> Read:
    made = read(entry)
    entry.all_read()
    return made
