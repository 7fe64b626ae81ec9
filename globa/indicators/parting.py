"""
Many figures and their parts at once: one statement a fact table, however many figures, dimensions and scopes.

What `figures.compute` and `figures.breakdowns` answer, for a whole report; and parts of two dimensions together, such as
spending of an item from a source.
"""

# ruff: noqa: S608 - the texts are compiled declarations; whatever comes from outside is a parameter

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from globa.facts.engines.engine import Engine
from globa.indicators import compiled
from globa.indicators.card import Card, PeriodAcrossAChange
from globa.indicators.figures import Figure, State, not_recording
from globa.indicators.pieces import Compiled, DialectSQL, LineSQL, both, line_key
from globa.indicators.refusals import NoSuchBreakdown
from globa.indicators.scope import Scope, scope_table
from globa.indicators.value import percent

Dimensions = tuple[str, ...]
"""None of them is the whole figure."""
Codes = tuple[str, ...]
Answer = tuple[Any, int]
Groups = Mapping[str, Sequence[Dimensions]]
Answers = dict[tuple[tuple[str, ...], str], list[tuple[int, Codes, Answer]]]


@dataclass(frozen=True)
class Parted:
    """All parts of one figure of one scope by some dimensions; a part that nobody is in is 0 if it is recorded."""

    whole: Figure
    parts: Mapping[Codes, Figure]

    def part(self, codes: Codes) -> Figure:
        if codes in self.parts or not self.whole.recorded:
            return self.parts.get(codes, self.whole)
        nothing: list[Answer] = [(None, 0)] * len(self.whole.indicator.lines)
        return _figure(self.whole, nothing)


@dataclass
class Asked:
    """What one statement asks of one fact table: its lines, and by which dimensions of them."""

    lines: list[str] = field(default_factory=list)
    sets: list[tuple[str, ...]] = field(default_factory=list)
    """Each a grouping by the texts of some dimensions."""

    def add(self, key: str, texts: tuple[str, ...]) -> None:
        if key not in self.lines:
            self.lines.append(key)
        if texts not in self.sets:
            self.sets.append(texts)

    @property
    def texts(self) -> list[str]:
        return list(dict.fromkeys(text for texts in self.sets for text in texts))


def parted(
    scopes: Sequence[Scope], wanted: Mapping[str, Iterable[Dimensions]], engine: Engine
) -> list[dict[tuple[str, Dimensions], Parted]]:
    """By scope: the parts of each wanted indicator by each of its groups of dimensions."""
    known, cards, groups = offered(wanted)
    sql = known.dialects[engine.dialect]
    if not any(scope.organisations for scope in scopes):
        return figured(sql, cards, groups, scopes, {})
    asked = asked_of(sql, cards, groups)
    answers = engine.run_all([_statement(sql, table, one, scopes, engine) for table, one in asked.items()])
    return figured(sql, cards, groups, scopes, {table: read(asked[table], rows) for table, rows in zip(asked, answers, strict=True)})


def offered(wanted: Mapping[str, Iterable[Dimensions]]) -> tuple[Compiled, list[Card], Groups]:
    """The indicators that are wanted, each with its groups of dimensions; one that it does not have is refused."""
    known, cards = compiled.of(list(wanted))
    groups = {card.code: list(dict.fromkeys(wanted[card.code])) for card in cards}
    for card in cards:
        _offered(card, groups[card.code])
    return known, cards, groups


def figured(
    sql: DialectSQL, cards: Sequence[Card], groups: Groups, scopes: Sequence[Scope], answered: Mapping[str, Answers]
) -> list[dict[tuple[str, Dimensions], Parted]]:
    """Make figures of what the fact tables answered, by scope."""
    found = _sorted(sql, cards, groups, answered)
    return [
        {
            (card.code, names): _parted(card, scope, found.get((number, card.code, names), {}))
            for card in cards
            for names in groups[card.code]
        }
        for number, scope in enumerate(scopes)
    ]


def _offered(card: Card, groups: Iterable[Dimensions]) -> None:
    for names in groups:
        for name in names:
            if name not in card.dimensions:
                raise NoSuchBreakdown(card.title, name, card.dimensions)


def _parted(card: Card, scope: Scope, found: Mapping[Codes, Mapping[int, Answer]]) -> Parted:
    whole = _whole(card, scope)
    if not whole.recorded:
        return Parted(whole, {})
    lines = range(len(card.lines))
    return Parted(whole, {codes: _figure(whole, [found[codes].get(line, (None, 0)) for line in lines]) for codes in found})


def _whole(card: Card, scope: Scope) -> Figure:
    """Whether there is a figure at all; its own value is none of our business here."""
    try:
        if not card.is_defined(scope.period):
            return Figure(card, scope, None, State.NOT_DEFINED)
    except PeriodAcrossAChange as refusal:
        return Figure(card, scope, None, State.REFUSED, refusal=refusal)
    missing = not_recording(card, scope)
    state = State.NOT_RECORDED if len(missing) == len(scope.organisations) else State.COUNTED
    return Figure(card, scope, None, state, not_recorded_by=missing)


def _figure(whole: Figure, raw: Sequence[Answer]) -> Figure:
    card, scope = whole.indicator, whole.scope
    values = [line.value.read(answer, scope.period, line.when) for line, (answer, _count) in zip(card.lines, raw, strict=True)]
    of, to = (values[0], values[1]) if card.is_ratio else (None, None)
    value = percent(*values) if card.is_ratio else values[0]
    return Figure(card, scope, value, State.COUNTED, of, to, int(raw[0][1]), whole.not_recorded_by)


def asked_of(sql: DialectSQL, cards: Sequence[Card], groups: Groups) -> dict[str, Asked]:
    """By fact table, what is asked of it."""
    asked: dict[str, Asked] = {}
    for card in cards:
        for name in card.line_names:
            line = sql.lines[line_key(card, name)]
            for names in groups[card.code]:
                asked.setdefault(line.table, Asked()).add(line_key(card, name), _texts(sql, line_key(card, name), names))
    return asked


def _sorted(
    sql: DialectSQL, cards: Sequence[Card], groups: Groups, answered: Mapping[str, Answers]
) -> dict[tuple[int, str, Dimensions], dict[Codes, dict[int, Answer]]]:
    found: dict[tuple[int, str, Dimensions], dict[Codes, dict[int, Answer]]] = {}
    for card in cards:
        for place, name in enumerate(card.line_names):
            key = line_key(card, name)
            for names in groups[card.code]:
                rows = answered.get(sql.lines[key].table, {}).get((_texts(sql, key, names), key), [])
                for number, codes, answer in rows:
                    found.setdefault((number, card.code, names), {}).setdefault(codes, {})[place] = answer
    return found


def _texts(sql: DialectSQL, key: str, names: Dimensions) -> tuple[str, ...]:
    return tuple(sql.lines[key].dimensions[name] for name in names)


def read(asked: Asked, rows: Iterable[Sequence[Any]]) -> Answers:
    """By dimensions and line: scope, codes of the part and what was counted there; parts without rows are left out."""
    texts = asked.texts
    by_mask = {_mask(texts, one): one for one in asked.sets}
    found: Answers = {}
    for mask, number, *cells in rows:
        grouped = by_mask[int(mask)]
        codes = tuple(str(cells[texts.index(text)]) for text in grouped)
        values = cells[len(texts) :]
        for key, value, count in zip(asked.lines, values[::2], values[1::2], strict=True):
            if count:
                found.setdefault((grouped, key), []).append((int(number), codes, (value, int(count))))
    return found


def _mask(texts: Sequence[str], grouped: tuple[str, ...]) -> int:
    """What GROUPING() answers: a bit for each dimension that is not part of the group, the first the highest."""
    return sum(1 << (len(texts) - 1 - place) for place, text in enumerate(texts) if text not in grouped)


def _statement(sql: DialectSQL, table: str, asked: Asked, scopes: Sequence[Scope], engine: Engine) -> tuple[str, list[object]]:
    source = sql.tables[table]
    head, parameters = scope_table(source.scope, scopes, engine.placeholder)
    lines = [sql.lines[key] for key in asked.lines]
    either = " OR ".join(f"({line.condition})" for line in lines)
    columns = ", ".join([f'{source.columns["scope_number"]} AS "number"', *told(asked, lines)])
    rows = f"SELECT {columns} FROM {source.rows} WHERE {both([either])}"
    return f"{head} SELECT {', '.join(counted(asked, lines))} FROM ({rows}) AS parted {grouped_by(asked)}", parameters


def told(asked: Asked, lines: Sequence[LineSQL], shared: Collection[str] = ()) -> list[str]:
    """What a row must tell: its part by each dimension, whether lines count it, and what of it. `shared` was asked of every row already."""
    conditions = dict.fromkeys(line.conditions for line in lines)
    own = [both(one for one in each if one not in shared) or "true" for each in conditions]
    columns = [f'{text} AS "d{place}"' for place, text in enumerate(asked.texts)]
    columns += [f'({text}) AS "k{place}"' for place, text in enumerate(own)]
    return columns + [f'{text} AS "v{place}"' for place, text in enumerate(_counted_of(lines))]


def counted(asked: Asked, lines: Sequence[LineSQL]) -> list[str]:
    """What is answered of such rows: which dimensions, the scope, the codes, then each line's value and count."""
    columns = [f'"d{place}"' for place in range(len(asked.texts))]
    mask = f"GROUPING({', '.join(columns)})" if columns else "0"
    conditions, values = list(dict.fromkeys(line.conditions for line in lines)), _counted_of(lines)
    places = [(line.function, conditions.index(line.conditions), values.index(line.counted or "1")) for line in lines]
    return [mask, '"number"', *columns, *(text for one in places for text in _value_and_count(*one))]


def _counted_of(lines: Sequence[LineSQL]) -> list[str]:
    """Each once: rows are sorted once for all lines that tell different ones of it apart."""
    return list(dict.fromkeys(line.counted or "1" for line in lines))


def grouped_by(asked: Asked) -> str:
    return f"GROUP BY GROUPING SETS ({', '.join(_set(asked.texts, one) for one in asked.sets)})"


def _value_and_count(function: str, condition: int, value: int) -> tuple[str, str]:
    holds = f'FILTER (WHERE "k{condition}")'
    aggregate = function.format(f'"v{value}"')
    return f"{aggregate} {holds}", f"COUNT(*) {holds}"


def _set(texts: Sequence[str], grouped: tuple[str, ...]) -> str:
    return '("number"' + "".join(f', "d{texts.index(text)}"' for text in grouped) + ")"
