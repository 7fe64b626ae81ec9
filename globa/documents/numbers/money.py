"""
A cell of money: a total and the sources it comes from, one or several lines, a dash with or without a source.

    cell := "-" | "- " source | line+
    line := total "(" part, part ... ")" | amount source | amount "(" source ")"
    part := amount source ["(" amount purpose " ir " amount purpose ")"] | source ", iš jų" label "–" amount ...

A comma is a decimal mark, a separator, or a part of a name ("kiti šaltiniai, parama"): amounts are found first, and what stands up to the
next amount is theirs. Brackets may be left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from globa.documents.numbers import amount, funding
from globa.documents.numbers.amount import Form, Reading
from globa.documents.numbers.units import Measure, in_euros

DASH = re.compile(r"^\s*[-–—−]+(?=\s|$|[^\W\d])\s*")
OF_WHICH = re.compile(r"[,;:]?\s*\biš (?:jų|to skaičiaus)\b:?\s*|\s*:\s*$", re.IGNORECASE)
LABEL_ENDS = re.compile(r"\s*[-–—:=]\s*$")
JOINT = re.compile(r"^\s*(?:[,;]\s*)?(?:\b(?:ir|bei|o|iš jų)\b\s*)?|\s*[,;]?\s*(?:\b(?:ir|bei|o|iš jų|iš viso|viso)\b)?\s*$", re.IGNORECASE)
NEW_LINE = re.compile(r";|\n")
BRACKETED = re.compile(r"\(([^()]*)\)?")


@dataclass(frozen=True)
class Part:
    """An amount of one source. `value` is in euros, None where a dash stands; `raw` is how the source is written, `purpose` what for."""

    value: Decimal | None
    source: str
    raw: str
    purpose: str = ""
    nested: tuple[Part, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True)
class Line:
    """The money of one responsible body. `stated` is the total as printed, None where only parts stand or nothing at all."""

    stated: Decimal | None
    parts: tuple[Part, ...]
    text: str
    start: int = 0
    reading: Reading | None = None

    @property
    def is_dash(self) -> bool:
        return self.stated is None and all(part.value is None for part in self.parts)

    @property
    def added(self) -> Decimal | None:
        """The sum of the parts; None where there is no part with an amount."""
        known = [part.value for part in self.parts if part.value is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def total(self) -> Decimal | None:
        return self.stated if self.stated is not None else self.added

    def by_source(self) -> dict[str, Decimal]:
        sums: dict[str, Decimal] = {}
        for part in self.parts:
            if part.value is not None:
                sums[part.source] = sums.get(part.source, Decimal(0)) + part.value
        return sums


@dataclass
class _Item:
    """An amount with the words up to the next one and what stands in brackets behind it."""

    reading: Reading
    before: str
    words: str = ""
    inside: list[tuple[str, list[_Item]]] = field(default_factory=list)


def money(cell: str, heading: Measure | None = None) -> tuple[Line, ...]:
    """The lines of a money cell; none for an empty cell or one without an amount, a dash or a source."""
    text = cell.strip("\n\t ")
    if dash := DASH.match(text):
        if not amount.read(text) and not _amounts(text):
            return (_dashed(text[dash.end() :], text),)
        if text[dash.end() :].lstrip()[:1].isalpha():
            text = text[dash.end() :]
    if not _amounts(text):
        return ()
    return tuple(_lines(text, heading or Measure()))


def _dashed(source: str, text: str) -> Line:
    parts = (_part(None, source, None),) if source.strip() else ()
    return Line(None, parts, text)


def _amounts(text: str) -> list[Reading]:
    """All sums of a cell. Two numbers with a space between them, the second with cents or behind a comma of its own, are one number."""
    found = [one for one in amount.readings(text) if one.form not in (Form.RANGE, Form.PAIR, Form.WORD)]
    joined: list[Reading] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and not last.decimals and _goes_on_behind(last, one, text[last.end : one.start]):
            whole = amount.read(text[last.start : one.end])
            joined[-1:] = [replace(whole, start=last.start, end=one.end)] if whole else [last, one]
        else:
            joined.append(one)
    return joined


def _goes_on_behind(last: Reading, one: Reading, between: str) -> bool:
    """“123 00,00” and “999 ,84”."""
    is_cents = one.decimals == 0 and len(one.text) == 2 and bool(re.fullmatch(rf"{amount.SPACE},", between))
    return is_cents or (one.decimals == 2 and bool(re.fullmatch(amount.SPACE, between)))


def _lines(text: str, heading: Measure) -> Iterator[Line]:
    groups = list(_groups(_items(text)))
    starts = [0, *(group[0].reading.start for group in groups[1:])] if groups else []
    for group, start, end in zip(groups, starts, [*starts[1:], len(text)][: len(starts)], strict=True):
        yield replace(_line(group, heading), text=text[start:end].strip(" \n;"), start=start)


def _items(text: str) -> list[_Item]:
    """The amounts outside brackets; what stands in brackets that hold amounts is read by itself."""
    found = _amounts(text)
    groups = [one for one in _brackets(text) if any(one[0] < reading.start < one[1] for reading in found)]
    outer = [one for one in found if not any(group[0] < one.start < group[1] for group in groups)]
    items = [_Item(one, "") for one in outer]
    for place, item in enumerate(items):
        begins = items[place - 1].reading.end if place else 0
        ends = items[place + 1].reading.start if place + 1 < len(items) else len(text)
        item.before = _without(text, begins, item.reading.start, groups)
        item.words = _without(text, item.reading.end, ends, groups)
        inner = [text[group[0] + 1 : group[1]] for group in groups if item.reading.end <= group[0] < ends]
        item.inside = [(one, within) for one in inner if (within := _items(one))]
    if not items and groups:
        return [item for group in groups for item in _items(text[group[0] + 1 : group[1]])]
    return items


def _brackets(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, the last one open up to the end where it was never closed."""
    pairs, depth, opened = [], 0, 0
    for place, letter in enumerate(text):
        if letter == "(":
            opened = place if depth == 0 else opened
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                pairs.append((opened, place))
    return [*pairs, (opened, len(text))] if depth else pairs


def _without(text: str, begins: int, ends: int, groups: Sequence[tuple[int, int]]) -> str:
    kept = [letter for place, letter in enumerate(text[begins:ends], begins) if not any(one[0] <= place <= one[1] for one in groups)]
    return "".join(kept)


def _groups(items: list[_Item]) -> Iterator[list[_Item]]:
    """Amounts that are one line: those joined by commas, and those behind "of which"; a semicolon or a new row begins another."""
    group: list[_Item] = []
    for item in items:
        if group and not (_goes_on(group) or _is_joined(group[-1])):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _goes_on(group: list[_Item]) -> bool:
    return bool(OF_WHICH.search(group[0].words)) and not group[0].inside


def _is_joined(item: _Item) -> bool:
    words = item.words.rstrip()
    if item.inside or NEW_LINE.search(item.words):
        return False
    return words.endswith((",", " ir", " bei")) or bool("," in words and LABEL_ENDS.search(words))


def _line(group: list[_Item], heading: Measure) -> Line:
    first = group[0]
    value = in_euros(first.reading, heading)
    if _goes_on(group) and len(group) > 1:
        return _of_which(first, group[1:], value, heading)
    if len(group) > 1:
        return Line(None, tuple(_plain(item, heading) for item in _labelled(group)), "")
    if first.inside:
        return _bracketed(first, value, heading)
    return Line(value, (_plain(_labelled(group)[0], heading),), "", reading=first.reading)


def _of_which(first: _Item, rest: list[_Item], value: Decimal, heading: Measure) -> Line:
    parts = tuple(_plain(item, heading) for item in _labelled(_begun(rest, OF_WHICH.split(first.words)[-1])))
    said = OF_WHICH.split(first.words)[0]
    if funding.source(said) and not any(part.source for part in parts):
        return Line(value, (replace(_part(value, said, first.reading), nested=parts),), "", reading=first.reading)
    return Line(value, parts, "", reading=first.reading)


def _bracketed(first: _Item, value: Decimal, heading: Measure) -> Line:
    """A total and its sources in brackets, or a source and what it was for."""
    parts = tuple(part for text, items in first.inside for part in _inside(text, items, value, heading))
    own = first.words or first.before
    if funding.source(own) and not any(part.source for part in parts):
        return Line(value, (replace(_part(value, own, first.reading), nested=parts),), "", reading=first.reading)
    return Line(value, parts, "", reading=first.reading)


def _inside(text: str, items: list[_Item], whole: Decimal, heading: Measure) -> tuple[Part, ...]:
    """Parts in brackets; "source, iš jų label – amount" is one part of the whole amount with nested ones."""
    named = text[: items[0].reading.start]
    of_which = OF_WHICH.search(named)
    if of_which and funding.source(named[: of_which.start()]):
        cut = _begun(items, named[of_which.end() :])
        return (replace(_part(whole, named[: of_which.start()], None), nested=tuple(_plain(one, heading) for one in _labelled(cut))),)
    return tuple(_plain(one, heading) for one in _labelled(items))


def _begun(items: list[_Item], before: str) -> list[_Item]:
    """The same with other words before the first of them."""
    return [replace(items[0], before=before), *items[1:]]


def _labelled(items: list[_Item]) -> list[_Item]:
    """Where labels stand before their amounts ("kitos – 5,00"), each amount's words are those before it."""
    if not LABEL_ENDS.search(items[0].before) and not (items[0].before.strip() and not _said(items[-1].words)):
        return items
    return [replace(item, words=LABEL_ENDS.sub("", item.before)) for item in items]


def _said(words: str) -> str:
    return words.strip(" ,;.()\n")


def _plain(item: _Item, heading: Measure) -> Part:
    value = in_euros(item.reading, heading)
    nested = tuple(part for text, items in item.inside for part in _inside(text, items, value, heading))
    return replace(_part(value, item.words, item.reading), nested=nested)


def _part(value: Decimal | None, words: str, reading: Reading | None) -> Part:
    raw = " ".join(JOINT.sub("", JOINT.sub("", words.strip(" \n\t"))).strip(" ,;.\n").split())
    if raw.startswith("(") and raw.endswith(")") and raw.count("(") == 1:
        raw = raw[1:-1].strip()
    code = funding.source(raw)
    return Part(value, code, raw, raw if not code else _purpose(raw), (), reading)


def _purpose(raw: str) -> str:
    """What stands in brackets behind a source, unless it is a part of the source's name."""
    inside = [one.strip() for one in BRACKETED.findall(raw)]
    return "; ".join(one for one in inside if one and not re.fullmatch(r"r[ūu]pybos|globos i[šs]mokos", one))
