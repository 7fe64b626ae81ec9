"""
A sentence that divides a number into others that do not make it: „17 asmenų (7 suaugę ir 10 vaikų)“, „..., iš viso 417 asmenų“.

A contradiction where whole and parts count the same thing and nothing is left open („pvz.“, „ir kt.“). „Iš jų“ names some only: one part
that is more than the whole cannot be. A total of persons below its parts may count each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.counted_text import Number, Text, texts
from globa.checker.explaining import explain
from globa.checker.finding import Finding, Part, Severity
from globa.checker.folding import folded
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "breakdown"
LARGER = "larger-part"
DIVIDED = _("“%(text)s”: %(whole)s is divided into %(parts)s, which make %(sum)s.")
SUMMED = _("“%(text)s”: the total says %(whole)s, but %(parts)s make %(sum)s.")
MORE = _("“%(text)s”: %(part)s is more than the %(whole)s that it is a part of.")
ALL_OF = re.compile(r"\b(?:is ?viso|viso)\b\W*(?:\w+(?:\W+|$)){0,4}$")
COLON = re.compile(r"^[^.;()]{0,60}:")
OPEN = re.compile(r"\b(?:pvz|ir kt|ir pan|taip pat|etc|e\.g)\b")
SEXES = {"mergait", "berniuk", "moter", "vyra", "vyru", "vyri", "girl", "boy"}
FURTHEST = 70
SHOWN = 140
MOST_PARTS = 40


def find(read: Read) -> Iterator[Finding]:
    for text in texts(read):
        yield from _in_brackets(read, text)
        yield from _after_colon(read, text)
        yield from _of_which(text)
        yield from _summed_up(read, text)


def _in_brackets(read: Read, text: Text) -> Iterator[Finding]:
    """The number before a bracket and those in it."""
    for place, whole in enumerate(text.numbers):
        inside = _within(text, place)
        parts = [one for one in inside if not one.is_of_which]
        if len(parts) > 1 and not _names_others(inside, parts) and _same_units(whole, parts):
            yield from _unequal(read, text, whole, parts, DIVIDED)


def _within(text: Text, place: int) -> list[Number]:
    """Numbers of the bracket that opens right behind this one, none where another number or the end of a sentence stands between."""
    whole = text.numbers[place]
    opens = text.text.find("(", whole.end)
    if opens < 0 or opens - whole.end > FURTHEST or re.search(r"[.;:,)]\s", text.text[whole.end : opens]):
        return []
    closes = _closing(text.text, opens)
    return [one for one in text.numbers[place + 1 :] if opens < one.start < closes and one.depth == whole.depth + 1]


def _closing(text: str, opens: int) -> int:
    depth = 0
    for place in range(opens, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if not depth:
            return place
    return -1


def _names_others(inside: Sequence[Number], parts: Sequence[Number]) -> bool:
    """A bracket that opens with „iš jų“ names some of the whole."""
    return bool(inside) and inside[0].is_of_which and inside[0] not in parts


def _same_units(whole: Number, parts: Sequence[Number]) -> bool:
    """Whole and parts count one thing: each part says so, or says nothing at all."""
    units = {part.unit for part in parts}
    return bool(whole.unit) and units <= {whole.unit, ""} and (whole.unit in units or len(units) == 1) and whole.unit != "age"


def _after_colon(read: Read, text: Text) -> Iterator[Finding]:
    """„Iš viso 25 vaikai: 9 mergaitės ir 16 berniukų.“"""
    for place, whole in enumerate(text.numbers):
        colon = COLON.match(text.text[whole.end :])
        if not colon or not ALL_OF.search(whole.before):
            continue
        end = re.search(r"[.](?:\s|$)", text.text[whole.end :])
        ends = whole.end + end.start() if end else len(text.text)
        parts = [one for one in text.numbers[place + 1 :] if one.start < ends and one.depth == whole.depth and not one.is_of_which]
        if len(parts) > 1 and _same_units(whole, parts):
            yield from _unequal(read, text, whole, parts, DIVIDED)


def _of_which(text: Text) -> Iterator[Finding]:
    """A part behind „iš jų“ that is more than the number before it."""
    for whole, part in zip(text.numbers, text.numbers[1:], strict=False):
        between = text.text[whole.end : part.start]
        if (
            part.is_of_which
            and not re.search(r"[.;]\s", between)
            and not whole.is_vague
            and _same_units(whole, [part])
            and part.value > whole.value
        ):
            said, numbers = _shown(text.text, whole.start, part.end), (written(part.value), written(whole.value))
            yield finding(
                LARGER, Severity.CONTRADICTION, [text.place], MORE, said, *numbers,
                difference=part.value - whole.value, confidence=Decimal("0.9"), text=said, part=numbers[0], whole=numbers[1],
            )  # fmt: skip


def _summed_up(read: Read, text: Text) -> Iterator[Finding]:
    """A list and „iš viso“ at its end; each number behind it is the total of those that count the same."""
    place = next((place for place, one in enumerate(text.numbers) if ALL_OF.search(one.before)), None)
    if place is None or place < 2 or _is_cut_off(text, text.numbers[place]):
        return
    for total in text.numbers[place : place + 2]:
        if total is not text.numbers[place] and re.search(r"[.;]\s", text.text[text.numbers[place].end : total.start]):
            break
        listed = [one for one in text.numbers[:place] if one.unit == total.unit and not one.is_of_which]
        if len(listed) > 1 and (total.unit or _are_pairs(text, place)) and total.unit not in ("age", "percent"):
            yield from _unequal(read, text, total, listed[:MOST_PARTS], SUMMED)


def _is_cut_off(text: Text, total: Number) -> bool:
    """A total that begins a sentence after others sums up nothing in particular, unless they are a list."""
    before = text.text[: total.start]
    return before.count(";") < 1 and bool(re.search(r"[.!?]\s+[A-ZĄČĘĖĮŠŲŪŽ][^.]*$", before))


def _are_pairs(text: Text, place: int) -> bool:
    """„BVGN – 25, GC – 10, iš viso – 43“: nothing but names and numbers."""
    return all(len(one.before) < 40 and not one.after for one in text.numbers[: place + 1])


def _unequal(read: Read, text: Text, whole: Number, parts: Sequence[Number], sentence: str) -> Iterator[Finding]:
    makes = sum((part.value for part in parts), Decimal(0))
    if whole.is_vague or any(part.is_vague for part in parts) or _is_open(text, whole, parts[-1]) or _some_make(text, whole, parts):
        return
    confidence = _confidence(text, whole, parts, makes, sentence)
    numbers = [written(part.value) for part in parts]
    said = _shown(text.text, min(whole.start, parts[0].start), max(whole.end, parts[-1].end))
    named = [Part(text.place, _shown(text.text, part.start, part.end + len(part.after)), part.value) for part in parts]
    yield finding(
        NAME, Severity.CONTRADICTION if confidence > Decimal("0.7") else Severity.SUSPICIOUS,
        [text.place], sentence, said, written(whole.value), *numbers,
        difference=whole.value - makes, explained=explain(abs(whole.value - makes), named, read.patience), confidence=confidence,
        text=said, whole=written(whole.value), parts=" + ".join(numbers), sum=written(makes),
    )  # fmt: skip


def _some_make(text: Text, whole: Number, parts: Sequence[Number]) -> bool:
    """Girls and boys are the whole, and others say more of it. Before a total that sums up no list may stand what it does not count."""
    sexes = [part.value for part in parts if part.noun in SEXES]
    if len(sexes) == 2 and sum(sexes, Decimal(0)) == whole.value:
        return True
    starts = [0] if _is_list(text, parts) or _are_pairs(text, text.numbers.index(whole)) else range(len(parts) - 1)
    return whole.value in [sum((part.value for part in parts[start:]), Decimal(0)) for start in starts]


def _is_list(text: Text, parts: Sequence[Number]) -> bool:
    return len(parts) > 2 and text.text.count(";") > 1


def _confidence(text: Text, whole: Number, parts: Sequence[Number], makes: Decimal, sentence: str) -> Decimal:
    if makes > whole.value and whole.unit in ("persons", "families") and sentence == SUMMED:
        return Decimal("0.5")
    is_sure = sentence == DIVIDED or _is_list(text, parts) or _are_pairs(text, text.numbers.index(whole))
    return Decimal("0.85") if is_sure and len({part.unit for part in parts}) == 1 else Decimal("0.5")


def _is_open(text: Text, whole: Number, last: Number) -> bool:
    return bool(OPEN.search(folded(text.text[min(whole.start, last.start) : max(whole.end, last.end) + FURTHEST])))


def _shown(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rsplit(' ', 1)[0]}…"
