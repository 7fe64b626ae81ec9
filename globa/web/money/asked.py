"""Which entries an address asks for. One basis always: a sum of cash and accrual would be a sum of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from globa.planning.ledger import Basis, EntryQuerySet
from globa.vocabulary.calendar import today
from globa.web.ids import id_in

NO_ITEM = "none"
NO_LINE = "none"
WORDS = {"programme": "programme", "project": "project", "centre": "cost_centre"}
"""What an address asks exactly, by the column that it stands in."""


@dataclass(frozen=True)
class Asked:
    """
    `item` is the code of an item, with its parts; `source` the code of a source; `file` one that was taken in. `line` asks for what
    counts for no line of the plan.
    """

    year: int
    basis: str = Basis.CASH
    source: str = ""
    item: str = ""
    file: UUID | None = None
    withdrawn: bool = False
    line: str = ""
    words: tuple[tuple[str, str], ...] = ()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.source or self.item or self.file or self.withdrawn or self.line or self.words)

    def rows(self, entries: EntryQuerySet) -> EntryQuerySet:
        """The entries that fit; withdrawn ones only where they are asked for."""
        found = entries.of_year(self.year).filter(basis=self.basis, withdrawn_on__isnull=not self.withdrawn)
        if self.source:
            found = found.filter(source__code=self.source)
        if self.item == NO_ITEM:
            found = found.filter(item__isnull=True)
        elif self.item:
            found = found.filter(Q(item__code=self.item) | Q(item__parent__code=self.item))
        if self.line == NO_LINE:
            found = found.filter(line__isnull=True)
        found = found.filter(**{WORDS[name]: word for name, word in self.words})
        return found.filter(taken_from=self.file) if self.file else found


def asked(request: HttpRequest, years: Sequence[int]) -> Asked:
    """What is nonsense is passed over; without a year the last one with entries."""
    given = request.GET
    basis = given.get("basis", "")
    return Asked(
        year_in(given.get("year", "")) or (max(years) if years else today().year),
        basis if basis in Basis.values else str(Basis.CASH),
        given.get("source", "")[:20], given.get("item", "")[:20], id_in(given.get("file")), given.get("state") == "withdrawn",
        NO_LINE if given.get("line") == NO_LINE else "", tuple((name, given[name][:80]) for name in WORDS if given.get(name)),
    )  # fmt: skip


def year_in(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1990 <= int(text) <= 2100 else None


def years_of(entries: EntryQuerySet) -> list[int]:
    """In which anything was booked, the latest first."""
    return list(entries.order_by("-booked_on__year").values_list("booked_on__year", flat=True).distinct())


def address_of(**what: Any) -> str:
    """Of the list of exactly these entries."""
    return f"{reverse('money')}?{urlencode({name: value for name, value in what.items() if value})}"
