"""What an expected or achieved result seems to promise or to tell: a quantity, of what, of whom. A person confirms it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.documents.document import Place
from globa.documents.numbers.comparators import Comparator
from globa.documents.numbers.counted import Counted, in_sentence
from globa.documents.sentences import of

UNCOUNTED = ("", "age")


@dataclass(frozen=True)
class Proposal:
    """
    `text` is the sentence. Without a `quantity` it stays free text; `until` is the end of a range.

    `unit` is what is counted, by its dictionary form: vaikas, konsultacija, EUR; `population` the other words of its phrase: globojamas.
    """

    text: str
    comparator: Comparator = Comparator.EXACTLY
    quantity: Decimal | None = None
    until: Decimal | None = None
    unit: str = ""
    population: tuple[str, ...] = ()


def proposals(text: str) -> tuple[Proposal, ...]:
    """In the order of the text; a sentence without a number that counts anything is one without a quantity."""
    return tuple(proposal for sentence in of(text, Place()) for proposal in _of(sentence.text))


def _of(sentence: str) -> Iterator[Proposal]:
    counted = [one for one in in_sentence(sentence, Place()) if one.unit not in UNCOUNTED and not one.reading.doubtful]
    yield from (_proposal(one, sentence) for one in counted)
    if not counted and sentence.strip():
        yield Proposal(sentence)


def _proposal(one: Counted, sentence: str) -> Proposal:
    population = tuple(sorted(one.noun - {one.unit}))
    return Proposal(sentence, one.comparator, one.reading.value, one.reading.other, one.unit, population)
