"""Whether the journal of reading is whole: every row as it was sealed, every seal as it was written down outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import Any

from django.db import connection

from globa.journal import anchors
from globa.journal.seals import COLUMNS, FIRST, Seal, digest_of, instant
from globa.vocabulary.words import message as _

Asked = Callable[[str, list[Any]], list[tuple[Any, ...]]]
LONGEST_TRANSACTION = timedelta(hours=1)
ROWS = f"""
    SELECT {", ".join(COLUMNS)} FROM journal_reading
    WHERE number BETWEEN %s AND %s AND number <@ %s::int8multirange ORDER BY number
"""  # noqa: S608 - names of columns
MISSING = """
    SELECT one FROM generate_series(%s::bigint, %s::bigint) one
    WHERE one <@ %s::int8multirange AND NOT EXISTS (SELECT 1 FROM journal_reading WHERE number = one) ORDER BY one LIMIT 5
"""
UNSEALED = """
    WITH sealed AS (
        SELECT coalesce(range_agg(part), '{}'::int8multirange) AS rows FROM journal_seal s, unnest(s.rows::int8multirange) part
    )
    SELECT r.number, r.happened_at FROM journal_reading r, sealed WHERE NOT r.number <@ sealed.rows ORDER BY r.number
"""
SEALS = "SELECT number, first, last, rows, count, previous, digest, sealed_at FROM journal_seal ORDER BY number"
MAY_BE_GONE = "SELECT globa_reading_may_go(%s)"


class Kind(StrEnum):
    """What was done to the journal."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    BROKEN = "broken"
    CUT_OFF = "cut off"
    NOT_ANCHORED = "not anchored"
    OTHER_CHAIN = "other chain"
    UNREADABLE = "unreadable"


SAYS = {
    Kind.CHANGED: _("Seal %(seal)s: one of the rows %(first)s to %(last)s is not as it was sealed on %(sealed_at)s."),
    Kind.REMOVED: _("Seal %(seal)s: %(count)s of its rows are gone, such as %(rows)s; it was sealed on %(sealed_at)s."),
    Kind.ADDED: _("Row %(row)s says that it happened on %(happened_at)s, when all of that time was sealed already: it was added later."),
    Kind.BROKEN: _("Seal %(seal)s does not continue seal %(before)s: a seal between them was removed or they changed places."),
    Kind.CUT_OFF: _("Seals %(first)s to %(last)s stand in the file outside and are gone from the database: the end was cut off."),
    Kind.NOT_ANCHORED: _("Seals %(first)s to %(last)s do not stand in the file outside %(file)s: it was shortened or is another."),
    Kind.OTHER_CHAIN: _("Seal %(seal)s is not the one that was written down outside on %(sealed_at)s: the chain was made anew."),
    Kind.UNREADABLE: _("The file outside %(file)s has a line that is none, so the seals cannot be compared with it."),
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `sentence` takes `values`, and is translated where it is shown."""

    kind: Kind
    values: dict[str, Any]

    @property
    def sentence(self) -> str:
        return SAYS[self.kind]


@dataclass(frozen=True)
class Verified:
    """`unsealed` rows wait for their seal, since `waiting_since`; they are as safe as the database."""

    seals: int
    rows: int
    unsealed: int
    waiting_since: datetime | None
    faults: list[Fault]


def verify(asked: Asked | None = None) -> list[Fault]:
    """Return everything that is wrong with the journal; `asked` answers questions as the owner, who sees all rows."""
    return verified(asked).faults


def verified(asked: Asked | None = None) -> Verified:
    asked = asked or _asked
    names = ("number", "first", "last", "rows", "count", "previous", "digest", "sealed_at")
    found = [Seal(**dict(zip(names, row, strict=True))) for row in asked(SEALS, [])]
    waiting = asked(UNSEALED, [])
    faults = [*_chain(found), *_rows(found, asked), *_added(found, waiting), *_outside(found)]
    since = min((happened for _number, happened in waiting), default=None)
    return Verified(len(found), sum(seal.count for seal in found), len(waiting), since, faults)


def _chain(found: list[Seal]) -> Iterator[Fault]:
    before = Seal(number=0, digest=FIRST)
    for seal in found:
        if seal.previous != before.digest:
            yield Fault(Kind.BROKEN, {"seal": seal.number, "before": before.number})
        before = seal


def _rows(found: list[Seal], asked: Asked) -> Iterator[Fault]:
    before: datetime | None = None
    for seal in found:
        rows = asked(ROWS, [seal.first, seal.last, seal.rows])
        yield from _against(seal, rows, asked)
        yield from _late(rows, before)
        before = seal.sealed_at


def _against(seal: Seal, rows: list[tuple[Any, ...]], asked: Asked) -> Iterator[Fault]:
    said = {"seal": seal.number, "first": seal.first, "last": seal.last, "sealed_at": instant(seal.sealed_at)}
    if len(rows) < seal.count:
        if not _is_over(seal, asked):
            gone = ", ".join(str(number) for (number,) in asked(MISSING, [seal.first, seal.last, seal.rows]))
            yield Fault(Kind.REMOVED, said | {"count": seal.count - len(rows), "rows": gone})
    elif digest_of(seal, rows) != seal.digest:
        yield Fault(Kind.CHANGED, said)


def _is_over(seal: Seal, asked: Asked) -> bool:
    """Whether the rule lets all rows of the seal go: the youngest of them happened before it was made."""
    ((may_go,),) = asked(MAY_BE_GONE, [seal.sealed_at])
    return bool(may_go)


def _late(rows: list[tuple[Any, ...]], before: datetime | None) -> Iterator[Fault]:
    """A row that a seal took in, although everything of its time was sealed by the one before."""
    for number, happened_at, *_others in rows:
        if before is not None and happened_at < before - LONGEST_TRANSACTION:
            yield Fault(Kind.ADDED, {"row": number, "happened_at": instant(happened_at)})


def _added(found: list[Seal], waiting: list[tuple[Any, ...]]) -> Iterator[Fault]:
    if found:
        yield from _late(waiting, found[-1].sealed_at)


def _outside(found: list[Seal]) -> Iterator[Fault]:
    try:
        outside = anchors.known()
    except ValueError:
        yield Fault(Kind.UNREADABLE, {"file": anchors.path()})
        return
    here = {seal.number: seal for seal in found}
    yield from _spans(Kind.CUT_OFF, sorted(set(outside) - set(here)))
    # The newest one may be waiting for its line.
    yield from _spans(Kind.NOT_ANCHORED, [number for number in here if number not in outside and number != found[-1].number])
    for number, anchor in sorted(outside.items()):
        if number in here and here[number].digest != anchor.digest:
            yield Fault(Kind.OTHER_CHAIN, {"seal": number, "sealed_at": anchor.sealed_at})


def _spans(kind: Kind, numbers: list[int]) -> Iterator[Fault]:
    """Say neighbours together."""
    known = set(numbers)
    for number in numbers:
        if number - 1 not in known:
            last = next(one for one in count(number) if one + 1 not in known)
            yield Fault(kind, {"first": number, "last": last, "file": anchors.path()})


def _asked(question: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchall()
