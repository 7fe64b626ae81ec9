"""A record opened: its fields in words, what belongs to it, and how it came to say what it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.urls import resolve
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from globa.journal.versions import Version, versions_of
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.gate import opens_to
from globa.web.records.discretion import may_see
from globa.web.records.kinds import KINDS, RecordKind
from globa.web.records.naming import Field, Names, Said, called, leads_to, names_for, said
from globa.web.records.renaming import Renaming

VERBS: dict[str, str | Promise] = {
    "care.admit": pgettext_lazy("did", "recorded that the child came"),
    "care.discharge": pgettext_lazy("did", "recorded that the child left"),
    "care.move": pgettext_lazy("did", "recorded a move"),
    "care.correct_stay": pgettext_lazy("did", "corrected"),
    "care.appoint_guardian": pgettext_lazy("did", "recorded the guardian"),
    "care.end_guardianship": pgettext_lazy("did", "recorded the end of the guardianship"),
    "care.open_contract": pgettext_lazy("did", "recorded the contract"),
    "care.close_contract": pgettext_lazy("did", "recorded the end of the contract"),
    "care.leave": pgettext_lazy("did", "recorded that the child is away"),
    "care.come_back": pgettext_lazy("did", "recorded that the child came back"),
    "care.state": pgettext_lazy("did", "recorded"),
    "casework.record_service": pgettext_lazy("did", "recorded the service"),
    "casework.correct_service": pgettext_lazy("did", "corrected"),
    "casework.withdraw_service": pgettext_lazy("did", "withdrew"),
    "casework.hold_event": pgettext_lazy("did", "recorded the event"),
    "casework.correct_event": pgettext_lazy("did", "corrected"),
    "casework.withdraw_event": pgettext_lazy("did", "withdrew"),
    "casework.begin_course": pgettext_lazy("did", "began the group"),
    "casework.conclude": pgettext_lazy("did", "recorded the conclusion"),
    "casework.recommend": pgettext_lazy("did", "recorded the recommendation"),
    "casework.assess": pgettext_lazy("did", "recorded the assessment"),
    "casework.plan_meeting": pgettext_lazy("did", "agreed on it"),
    "casework.correct_meeting": pgettext_lazy("did", "put it right"),
    "casework.cancel_meeting": pgettext_lazy("did", "took it out of the calendar"),
    "casework.open_case": pgettext_lazy("did", "opened the case"),
    "importers.bring_in": pgettext_lazy("did", "brought in from a table"),
    "planning.book": pgettext_lazy("did", "booked"),
    "planning.correct_entry": pgettext_lazy("did", "corrected"),
    "planning.name_line": pgettext_lazy("did", "named the line of a plan"),
    "planning.withdraw_entry": pgettext_lazy("did", "withdrew"),
    "planning.take_in": pgettext_lazy("did", "booked out of a file"),
    "planning.take_back": pgettext_lazy("did", "took the whole file back"),
    "planning.aim": pgettext_lazy("did", "set the direction"),
    "planning.correct_direction": pgettext_lazy("did", "put it right"),
    "planning.withdraw_direction": pgettext_lazy("did", "withdrew"),
    "planning.put_back_direction": pgettext_lazy("did", "let it stand again"),
}
KINDS_OF_CHANGE: dict[str, str | Promise] = {
    "added": pgettext_lazy("did", "recorded"),
    "changed": pgettext_lazy("did", "changed"),
    "removed": pgettext_lazy("did", "removed"),
}


@dataclass(frozen=True)
class Line:
    """A field of the record; `is_kept` back from the reader's role; `language` where it is another than the page's may be."""

    title: str
    value: Said
    is_kept: bool = False
    language: str = ""


@dataclass(frozen=True)
class Changed:
    title: str
    before: str
    after: str
    is_kept: bool = False


@dataclass(frozen=True)
class Past:
    """One version: who made it, when, doing what and why."""

    at: datetime
    who: str
    did: str
    why: str
    changes: tuple[Changed, ...]


@dataclass(frozen=True)
class Listed:
    title: str
    rows: tuple[tuple[str, str, str], ...]
    """Name, address, what is said of it."""


@dataclass(frozen=True)
class OpenedRecord:
    kind: RecordKind
    record: models.Model
    title: str
    lines: tuple[Line, ...]
    lists: tuple[Listed, ...]
    history: tuple[Past, ...]
    has_stretch: bool
    ever_named: tuple[UUID, ...] = ()
    """Whoever stands in its list of people, or stood there before it was corrected."""

    @property
    def label(self) -> str:
        return self.kind.label

    @property
    def people(self) -> list[UUID]:
        """Whoever the record names: a name leads to the person's page."""
        addresses = [line.value.address for line in self.lines] + [row[1] for several in self.lists for row in several.rows]
        found = [resolve(address) for address in addresses if address.startswith("/people/")]
        named = [match.kwargs["pk"] for match in found if match.view_name == "people-person"]
        return list(dict.fromkeys([*named, *self.ever_named]))

    def leading(self, role: str) -> OpenedRecord:
        """Whoever is named stays named; links lead only to pages where the role comes."""
        lines = tuple(replace(line, value=Said(line.value.text, _where(role, line.value.address))) for line in self.lines)
        lists = tuple(Listed(one.title, tuple((name, _where(role, to), words) for name, to, words in one.rows)) for one in self.lists)
        return replace(self, lines=lines, lists=lists)


def _where(role: str, address: str) -> str:
    return address if address and opens_to(role, address) else ""


def opened(kind: RecordKind, record: Any, role: str) -> OpenedRecord:
    """However long the history: a query a table that its fields point to, and one for those who acted."""
    shown = [(record, one) for one in kind.fields()] + list(_stands_on(kind, record))
    versions, renaming = versions_of(record), _renaming(kind, record)
    names = names_for([*((one, getattr(of, one.attname)) for of, one in shown), *_pointers(versions)])
    return OpenedRecord(
        kind, record, _heading(kind, record),
        tuple(_line(of, one, names, role) for of, one in shown),
        tuple(_lists(kind, record)),
        tuple(_history(record, versions, names, role, renaming)),
        any(one.name == "during" for _of, one in shown),
        tuple(renaming[1].people) if renaming else (),
    )  # fmt: skip


def history_of(record: Any, role: str, withheld: Collection[str] = ()) -> tuple[Past, ...]:
    """The history alone, for a record that has a page of its own; `withheld` are fields kept from this reader besides."""
    versions = versions_of(record)
    kind = KINDS.get(record._meta.label_lower)
    past = _history(record, versions, names_for(_pointers(versions)), role, _renaming(kind, record) if kind else None)
    kept = {_title(record._meta.get_field(name)) for name in withheld}
    return tuple(replace(one, changes=tuple(_kept(change, kept) for change in one.changes)) for one in past)


def _kept(change: Changed, kept: Collection[str]) -> Changed:
    return Changed(change.title, "", "", is_kept=True) if change.title in kept else change


def _renaming(kind: RecordKind, record: Any) -> tuple[str, Renaming] | None:
    """Of a record whose people are corrected: under which title its list stands, and the versions of its rows."""
    several = kind.several[0] if kind.several and hasattr(record, "named_again") else None
    return (str(several.title), Renaming(record, several.relation)) if several else None


def _heading(kind: RecordKind, record: Any) -> str:
    title = kind.title
    return f"{title[:1].upper()}{title[1:]}: {kind.called(record)}"


def _stands_on(kind: RecordKind, record: Any) -> Iterator[tuple[Any, Field]]:
    """The fields of the paper below a conclusion, as far as they say more than the conclusion does."""
    if below := getattr(record, kind.also_of, None) if kind.also_of else None:
        for one in below._meta.concrete_fields:
            if one.name not in ("id", "organisation", "kind"):
                yield below, one


def _pointers(versions: Sequence[Version]) -> Iterator[tuple[Field, Any]]:
    for version in versions:
        for change in version.changes:
            yield change.field, change.before
            yield change.field, change.after


def _line(record: Any, one: Field, names: Names, role: str) -> Line:
    if not may_see(_class_of(record, one), role):
        return Line(_title(one), Said(""), is_kept=True)
    return Line(_title(one), said(one, getattr(record, one.attname), names), language="en" if one.name.endswith("_en") else "")


def _class_of(record: Any, one: Field) -> Sensitivity:
    """Return the declared class; a field without one is treated as the most sensitive."""
    declared: Mapping[str, Sensitivity] = record.sensitivity
    return declared.get(one.name, Sensitivity.S3)


def _title(one: Field) -> str:
    title = str(one.verbose_name)
    return f"{title[:1].upper()}{title[1:]}"


def _lists(kind: RecordKind, record: Any) -> Iterator[Listed]:
    for several in kind.several:
        rows = getattr(record, several.relation).select_related(*several.related)
        named = tuple((called(one), leads_to(one), words) for one, words in map(several.what, rows))
        if named:
            yield Listed(str(several.title), named)


def _history(record: Any, versions: Sequence[Version], names: Names, role: str, renaming: tuple[str, Renaming] | None) -> Iterator[Past]:
    actors = _actors(versions)
    for version in versions:
        done = version.operation
        who = actors.get(done.actor_id, _("somebody of another institution")) if done and done.actor_id else _("the system")
        verb = VERBS.get(done.verb) if done else None
        told = [change for change in version.changes if change.field.name != "named_again"]
        changes = tuple(_changed(record, change.field, change.before, change.after, names, role) for change in told)
        if renaming and done and len(told) < len(version.changes):
            changes += (_renamed(*renaming, done.pk),)
        yield Past(version.at, who, str(verb or KINDS_OF_CHANGE.get(version.kind, version.kind)), done.reason if done else "", changes)


def _renamed(title: str, renaming: Renaming, operation: UUID) -> Changed:
    before, after = renaming.of(operation)
    return Changed(title, before, after, is_kept=before == after)


def _actors(versions: Sequence[Version]) -> dict[UUID | None, str]:
    ids = {version.operation.actor_id for version in versions if version.operation and version.operation.actor_id}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=ids)} if ids else {}


def _changed(record: Any, one: Field, before: Any, after: Any, names: Names, role: str) -> Changed:
    if not may_see(_class_of(record, one), role):
        return Changed(_title(one), "", "", is_kept=True)
    return Changed(_title(one), said(one, before, names).text, said(one, after, names).text)
