"""
The report on a plan as everybody may read it: small counts of people are told as fewer than five, wherever they stand.

A report is written by many hands, so counts stand in sentences as well as in figures; both are read. Where a whole is told with its
parts, a single hidden part could be told from the whole, and a second goes with it (indicators/disclosure). Money is public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _
from msgspec.structs import replace

from globa.documents.document import Place
from globa.documents.numbers.counted import LONGEST, PEOPLE, Counted, in_sentence
from globa.documents.sentences import split
from globa.indicators.disclosure import SMALLEST_SHOWN, Audience, Disclosure, Shown, parts_seen_by, seen_by
from globa.publication.answers import Does, PublicSentence, said_by
from globa.publication.telling import Told, told_in
from globa.reports.document import Block, Cell, Document, Paragraph, Passage, Row, Section, Table, Words
from globa.reports.writing.currency import is_said_above
from globa.reports.writing.spans import spans

ALSO_PEOPLE = frozenset(["šeima", "pirmokas", "jaunuolis", "family", "families", "persons", "children"])
LEFT_OUT = "…"
BELOW_NOUGHT = re.compile(r"[-–](?=\d)")
SIGNS = re.compile(r"(?<!\d)[^\w−]+|[^\w−]+(?!\d)")
GROUP = "group.members"
"""The table of the working group, whose names are public."""


@dataclass(frozen=True)
class _Said:
    """A count of people in a sentence, as the rules of disclosure ask."""

    counted: Counted
    disclosure: Disclosure = Disclosure.SMALL_HIDDEN

    @property
    def numbers(self) -> Iterable[int | Decimal]:
        return [self.counted.reading.value]


@dataclass
class PublicVersion:
    """`hidden` is how many counts are not told. No number of it opens anything: what is public has no records behind it."""

    document: Document
    hidden: int = 0


@dataclass(frozen=True)
class Asked:
    """A sentence by which somebody may be recognised; `answer` is what was decided of it. `also` are others that say the same words."""

    sentence: str
    told: list[Told]
    answer: PublicSentence | None
    also: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        return said_by(self.sentence)


def public_version(of: Document, answers: Mapping[str, PublicSentence] | None = None) -> PublicVersion:
    """Nothing in the document itself changes; a signed one stays as it was signed. `answers` are by the fingerprint of their sentence."""
    with translation.override(of.language):
        hiding = _Hiding(of, answers or {})
        sections = tuple(hiding.section(one) for one in of.sections)
        title = _("%(title)s (version for everybody)") % {"title": of.title}
        return PublicVersion(replace(of, title=title, sections=sections), hiding.hidden)


def asked_of(document: Document, answers: Mapping[str, PublicSentence]) -> list[Asked]:
    """
    What a person has to decide before the report leaves; who was in the working group is public.

    What is printed as a result and as its reason is asked once, whatever signs stand around it; decided is what is so in all places.
    """
    with translation.override(document.language):
        before = _("Obstacle: %(text)s") % {"text": ""}
    same: dict[str, list[str]] = {}
    told = told_in(_sentences(document))
    for sentence in told:
        same.setdefault(_words(sentence.removeprefix(before)), []).append(sentence)
    return [_asked(told[first], answers, first, *also) for first, *also in same.values()]


def _words(sentence: str) -> str:
    """Without the signs around them; those inside a number and before it stay, so 12,50 is not 1250 and −5 not 5."""
    return SIGNS.sub("", BELOW_NOUGHT.sub("−", sentence)).casefold()


def _asked(found: list[Told], answers: Mapping[str, PublicSentence], sentence: str, *also: str) -> Asked:
    given = [answers.get(said_by(one)) for one in (sentence, *also)]
    return Asked(sentence, found, given[0] if all(given) else None, tuple(said_by(one) for one in also))


def _sentences(document: Document) -> Iterator[str]:
    for _section, block in document.blocks():
        if isinstance(block, Passage):
            texts = [spans(document, one.spans) for one in block.paragraphs]
        elif isinstance(block, Table) and block.key != GROUP:
            cells = [one for row in block.rows for one in _cells(block, row)]
            texts = [text for cell, bare in cells for text in (spans(document, cell.spans, bare), cell.note)]
        else:
            texts = []
        for text in texts:
            yield from (one for _start, one in split(text))


def _cells(table: Table, row: Row) -> Iterator[tuple[Cell, bool]]:
    """With the title, and whether it is said above that a cell is of euros."""
    yield row.title, False
    yield from ((cell, is_said_above(table, place)) for place, cell in enumerate(row.cells))


@dataclass
class _Hiding:
    document: Document
    answers: Mapping[str, PublicSentence]
    hidden: int = 0

    def section(self, one: Section) -> Section:
        return replace(one, blocks=tuple(self.block(block) for block in one.blocks))

    def block(self, block: Block) -> Block:
        if isinstance(block, Passage):
            paragraphs = tuple(Paragraph((Words(self.text(spans(self.document, one.spans))),)) for one in block.paragraphs)
            return replace(block, paragraphs=paragraphs, source="", before=None)
        if isinstance(block, Table):
            return replace(block, rows=tuple(self.row(block, row) for row in block.rows))
        return block

    def row(self, table: Table, row: Row) -> Row:
        title, *cells = (self.cell(cell, bare) for cell, bare in _cells(table, row))
        return replace(row, title=title, cells=tuple(cells))

    def cell(self, cell: Cell, bare: bool) -> Cell:
        return Cell(Words(self.text(spans(self.document, cell.spans, bare))), note=self.text(cell.note))

    def text(self, text: str) -> str:
        """Sentence by sentence; one that is too long to be read is left out."""
        if not self.answers and not any(sign.isdigit() for sign in text):
            return text
        return " ".join(said for _start, one in split(text) if (said := self.sentence(self.decided(one))))

    def decided(self, sentence: str) -> str:
        answer = self.answers.get(said_by(sentence))
        if answer is None or answer.does == Does.KEEP:
            return sentence
        return answer.text if answer.does == Does.CHANGE else ""

    def sentence(self, text: str) -> str:
        if len(text) > LONGEST:
            self.hidden += 1
            return LEFT_OUT
        found = [_Said(one) for one in in_sentence(text, Place()) if one.unit in PEOPLE | ALSO_PEOPLE]
        for one, how in reversed(list(zip(found, _decided(text, found), strict=True))):
            if how is Shown.HIDDEN:
                reading = one.counted.reading
                said = _("less than %s") % SMALLEST_SHOWN if _is_small(one) else LEFT_OUT
                text = f"{text[: reading.start]}{said}{text[reading.end :]}"
                self.hidden += 1
        return text


def _decided(text: str, found: Sequence[_Said]) -> list[Shown]:
    """Parts of one whole are decided on together; numbers that only stand side by side each for itself."""
    if "(" in text or ":" in text or any(one.counted.is_part for one in found):
        return parts_seen_by(Audience.PUBLIC, found)
    return [seen_by(Audience.PUBLIC, one) for one in found]


def _is_small(one: _Said) -> bool:
    return all(number < SMALLEST_SHOWN for number in one.numbers)
