"""What the ledger knows: economic items by their codes however they are printed, and what the treasury's codes mean in a year."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from globa.checker.folding import folded
from globa.planning.ledger import EconomicItem, FundingKind, FundingSource
from globa.planning.treasury_codes import TreasuryCode
from globa.registry.organisations import Belonging, Organisation, OrganisationKind
from globa.vocabulary.calendar import today

LEVELS = 6
GROUP = 5
"""So many levels stand before the last one, which alone has two digits: 2.2.1.1.1.20."""
Row = TypeVar("Row")
ItemKey = tuple[str, int, str]
NAMED = (
    (FundingKind.EU_PROJECT, re.compile(r"\bes\b|europos|\beu\b")),
    (FundingKind.DONORS, re.compile(r"labdar|param|donor")),
    (FundingKind.SPECIAL, re.compile(r"spec|vaiko pinig")),
    (FundingKind.MUNICIPALITY, re.compile(r"savivald|municip")),
    (FundingKind.STATE, re.compile(r"valstyb|state")),
    (FundingKind.OTHER, re.compile(r"kit\w* |other")),
)


def item_key(code: str) -> ItemKey | None:
    """211111, 2.1.1.1.1.01 and 21111.1 are one item; a letter behind is a local part of it. None for what is no code."""
    found = re.fullmatch(r"([\d. ]*\d) ?([A-Za-z]?)", code.strip())
    if found is None:
        return None
    digits = re.sub(r"\D", "", found[1])
    if not GROUP <= len(digits) <= GROUP + 2:
        return None
    return digits[:GROUP], int(digits[GROUP:] or 0), found[2].upper()


@dataclass
class Known:
    """For one organisation; as many queries however long the file is."""

    organisation: Organisation

    @cached_property
    def items(self) -> dict[ItemKey, EconomicItem]:
        return {key: item for item in EconomicItem.objects.all() if (key := item_key(item.code))}

    @cached_property
    def by_key(self) -> dict[uuid.UUID, EconomicItem]:
        return {item.pk: item for item in self.items.values()}

    @cached_property
    def sources(self) -> list[FundingSource]:
        return list(FundingSource.objects.all())

    @cached_property
    def municipality(self) -> Organisation | None:
        found = self.organisation
        for _level in range(LEVELS):
            if found.kind == OrganisationKind.MUNICIPALITY:
                return found
            above = Belonging.objects.filter(organisation=found, during__contains=today()).select_related("parent").first()
            if above is None:
                return None
            found = above.parent
        return None

    @cached_property
    def _bodies(self) -> dict[str, Organisation]:
        """The municipality and what belongs to it, by every name that each has."""
        belonging = Belonging.objects.filter(parent=self.municipality, during__contains=today())
        below = Organisation.objects.filter(pk__in=belonging.values("organisation"))
        found: dict[str, Organisation] = {}
        for one in [*below, *([self.municipality] if self.municipality else [])]:
            found |= {folded(name): one for name in (one.name, one.name_en, one.short_name, one.code) if name}
        return found

    def body(self, name: str) -> Organisation | None:
        """The institution that a cost centre is called after, word for word."""
        return self._bodies.get(folded(name)) if name else None

    @cached_property
    def _codes(self) -> dict[tuple[int, str], FundingSource]:
        rows = TreasuryCode.objects.filter(municipality=self.municipality).select_related("source")
        return {(row.year, row.code): row.source for row in rows}

    def source(self, code: str, year: int) -> FundingSource | None:
        """Only what the list of that municipality and year says; a code of another year means nothing."""
        return self._codes.get((year, code.strip()))

    def item(self, code: str) -> EconomicItem | None:
        key = item_key(code)
        return self.items.get(key) if key else None

    def whole_of(self, code: str) -> EconomicItem | None:
        """The item of which a local sub-item, known by its letter, is a part."""
        key = item_key(code)
        return self.items.get((key[0], key[1], "")) if key and key[2] else None

    def parts_of(self, item: EconomicItem) -> list[EconomicItem]:
        return [one for one in self.items.values() if one.parent_id == item.pk]

    def bookable(self) -> list[EconomicItem]:
        return [item for item in self.items.values() if not item.has_parts]

    def likely_source(self, code: str, name: str) -> FundingSource | None:
        """The one whose own code it is, or else the only one of the kind that the words name; a person decides."""
        for source in self.sources:
            if code and source.code == code:
                return source
        words = folded(name)
        kind = next((kind for kind, pattern in NAMED if pattern.search(words)), None)
        return _only(source for source in self.sources if source.kind == kind and not source.code.startswith("plan-"))

    def likely_item(self, name: str) -> EconomicItem | None:
        words = folded(name)
        return _only(item for item in self.bookable() if words and (folded(item.name) in words or words in folded(item.name)))


def _only(rows: Iterable[Row]) -> Row | None:
    found = list(rows)
    return found[0] if len(found) == 1 else None
