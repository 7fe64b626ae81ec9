"""A document as rules ask about it: its tables of numbers, its text, and the patience that is left for explaining."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from globa.checker.explaining import Patience
from globa.checker.grids import Grid, grid
from globa.checker.plans import Plan, plan
from globa.documents.document import Document, Paragraph, Table

YEAR = re.compile(r"\b(20\d\d)\b(?=[- ]*(?:m\.|m\b|met))")


@dataclass
class Read:
    """`patience` is shared by all rules: explaining one difference for long leaves less for the others, and says so."""

    document: Document
    patience: Patience = field(default_factory=Patience)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        found = (grid(table, number) for number, table in enumerate(self.document.tables, start=1))
        return tuple(one for one in found if one is not None)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        found = (plan(table) for table in self.document.tables)
        return tuple(one for one in found if one is not None)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.document.blocks if isinstance(block, Paragraph))

    @cached_property
    def year(self) -> str:
        """The year that the document reports on: the one named most often with „m.“ in its text and captions, the earlier of equals."""
        texts = [block.text for block in self.document.blocks if not isinstance(block, Table)]
        named = Counter(YEAR.findall(" ".join([*texts, *(table.caption for table in self.document.tables)])))
        return min(named, key=lambda year: (-named[year], year)) if named else ""


def understand(document: Document) -> Read:
    return Read(document)
