"""An edited text becomes paragraphs of words, living numbers and typed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from globa.reports.document import Computed, FigureKey, Paragraph, Span, Typed, Words
from globa.reports.texts.meaning import Said, Surroundings, meaning
from globa.reports.texts.numbers import BLANK, Number, numbers
from globa.reports.texts.references import Reference, references

SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\d)|(?<=[)%”“\"}\ufffc]))[.!?]+[”“\"]?\s+(?=[A-ZĄČĘĖĮŠŲŪŽ„“\"{\ufffc\d])"
)  # fmt: skip
STOP = re.compile(r"[,;:()]")
JOINT = re.compile(r"[,;:()]|\s(?:ir|bei|o|and)\s", re.IGNORECASE)


def read(source: str, said: Mapping[str, str], around: Surroundings | None = None) -> tuple[Paragraph, ...]:
    """
    A paragraph a line; empty lines are left out. `said` is what each word in braces stands for.

    Without `around` no number is taken for a typed one. Every `at` is a place in `source`.
    """
    found = []
    before = ""
    for at, line in _lines(source):
        if line.strip():
            reading = _Line(line, at, said, before)
            found.append(Paragraph(tuple(reading.spans(around))))
            before = reading.context(reading.sentences[-1].begins, len(line))
    return tuple(found)


def sentence_number(source: str, at: int) -> int:
    """Which sentence of the whole text stands at that place, from 1."""
    begins = [start + one.begins for start, line in _lines(source) if line.strip() for one in _sentences(line)]
    return max(sum(1 for begin in begins if begin <= at), 1)


def phrases(source: str) -> Iterator[tuple[FigureKey, str]]:
    """The words that a form's text has beside each of its references, as if a number stood there."""
    for _at, line in _lines(source):
        places = {one.begins: one.key for one in references(line) if one.key is not None}
        for one in references(line):
            digit = "7" if one.key is not None else BLANK
            line = line[: one.begins] + digit.ljust(one.ends - one.begins) + line[one.ends :]
        for number in numbers(line):
            if number.begins in places:
                yield places[number.begins], number.noun


def _lines(source: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in source.split("\n"):
        yield at, line
        at += len(line) + 1


@dataclass(frozen=True)
class _Sentence:
    begins: int
    ends: int


def _sentences(line: str) -> list[_Sentence]:
    cuts = [found.end() for found in SENTENCE_END.finditer(line)]
    begins = len(line) - len(line.lstrip())
    return [_Sentence(start, end) for start, end in zip([begins, *cuts], [*cuts, len(line)], strict=True)]


class _Line:
    """One line with its references; `before` is the last sentence of the line above."""

    def __init__(self, line: str, at: int, said: Mapping[str, str], before: str) -> None:
        self.line, self.at, self.said, self.before = line, at, said, before
        self.living = list(references(line))
        self.masked = line
        for one in self.living:
            self.masked = self.masked[: one.begins] + BLANK * (one.ends - one.begins) + self.masked[one.ends :]
        self.sentences = _sentences(self.masked)

    def spans(self, around: Surroundings | None) -> Iterator[Span]:
        pieces = [(one.begins, one.ends, self._living(one)) for one in self.living]
        if around is not None:
            found = numbers(self.masked)
            pieces += [(one.begins, one.ends, self._typed(found, place, around)) for place, one in enumerate(found)]
        reached = 0
        for begins, ends, span in sorted(pieces, key=lambda piece: piece[0]):
            if begins > reached:
                yield Words(self.line[reached:begins])
            yield span
            reached = ends
        if reached < len(self.line):
            yield Words(self.line[reached:])

    def _living(self, one: Reference) -> Span:
        if one.names_a_figure and one.key is not None:
            return Computed(one.key, one.with_unit)
        return Words(self.said.get(one.inner, f"{{{one.inner}}}"))

    def _typed(self, found: Sequence[Number], place: int, around: Surroundings) -> Typed:
        number = found[place]
        means = meaning(self._said(found, place), around)
        return Typed(number.text, number.value, number.comparator, number.noun, means, self.at + number.begins)

    def _said(self, found: Sequence[Number], place: int) -> Said:
        number = found[place]
        order, sentence = next((order, one) for order, one in enumerate(self.sentences) if number.begins < one.ends)
        last = self.sentences[order - 1] if order else None
        begins, ends = self._clause(found, place, sentence)
        return Said(
            number,
            self.context(begins, ends),
            self.context(sentence.begins, number.begins),
            self.context(sentence.begins, sentence.ends),
            self.context(last.begins, last.ends) if last else self.before,
            self._carried(found[:place], sentence),
        )

    @staticmethod
    def _carried(before: Sequence[Number], sentence: _Sentence) -> str:
        return next((one.noun for one in reversed(before) if one.noun and one.begins >= sentence.begins), "")

    def _clause(self, found: Sequence[Number], place: int, sentence: _Sentence) -> tuple[int, int]:
        """What is nearer to this number than to its neighbours in the sentence."""
        number = found[place]
        begins, ends = sentence.begins, sentence.ends
        if place and found[place - 1].ends > sentence.begins:
            gap = [stop.end() for stop in STOP.finditer(self.masked, found[place - 1].ends, number.begins)]
            begins = gap[-1] if gap else found[place - 1].ends
        if place + 1 < len(found) and found[place + 1].begins < sentence.ends:
            joint = JOINT.search(self.masked, number.ends, found[place + 1].begins)
            ends = joint.start() if joint else found[place + 1].begins
        return begins, ends

    def context(self, begins: int, ends: int) -> str:
        """A stretch of the line as a reader sees it, words in braces said, living numbers left out."""
        parts, reached = [], begins
        for one in self.living:
            if one.begins >= begins and one.ends <= ends:
                parts += [self.line[reached : one.begins], self.said.get(one.inner, BLANK)]
                reached = one.ends
        return "".join([*parts, self.line[reached:ends]])
