"""What would be booked of a file, what a person has to decide first, and which sums of the file agree. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.checker.folding import folded
from globa.documents.numbers.days import day as day_in
from globa.importers.ledger.checks import checks
from globa.importers.ledger.doubts import ADD, OUT, TAKE, About, Check, Doubt, Doubts
from globa.importers.ledger.known import Known, item_key
from globa.importers.ledger.naming_lines import NamingLines
from globa.importers.ledger.read_amounts import Flaw, ReadAmount, ReadLedger, Shape, Sum
from globa.importers.ledger.sums import CENT, sum_in
from globa.planning.closed_periods import ClosedPeriod
from globa.planning.ledger import Basis, EconomicItem, Entry, FundingSource
from globa.planning.line_names import Said
from globa.planning.plans.lines import PlanLine
from globa.registry.organisations import Organisation
from globa.reports.writing.numbers import money

LEAVE_OUT = "-"


@dataclass(frozen=True)
class Asked:
    """What a person says of the whole file: the day of amounts without one of their own, and the basis where the file names none."""

    day: date
    basis: str


@dataclass(frozen=True)
class Proposed:
    entries: tuple[Entry, ...]
    doubts: tuple[Doubt, ...]
    checks: tuple[Check, ...]
    inside: tuple[str, ...]
    """Cells of wholes whose parts are booked, and of parts whose whole is: they are added once."""
    keys: tuple[tuple[Said, int, PlanLine], ...] = ()
    """Which words of which year somebody says to mean which line: kept when the file is booked."""

    @property
    def asked(self) -> list[Doubt]:
        """What is asked of cells; of lines of the plan the page asks apart."""
        return [doubt for doubt in self.doubts if doubt.about != About.LINE]

    @property
    def lines(self) -> list[Doubt]:
        return [doubt for doubt in self.doubts if doubt.about == About.LINE]

    @property
    def without_line(self) -> Decimal:
        """What counts for no line of the plan, though there is one."""
        return sum((doubt.total for doubt in self.lines if doubt.answer == OUT), Decimal(0))

    @property
    def open(self) -> int:
        return sum(doubt.is_open for doubt in self.doubts)

    @property
    def total(self) -> Decimal:
        return sum((entry.amount for entry in self.entries), Decimal(0))

    @property
    def cut(self) -> Decimal:
        return sum((entry.cut for entry in self.entries), Decimal(0))


def propose(read: ReadLedger, *, organisation: Organisation, asked: Asked, answers: Mapping[str, str]) -> Proposed:
    made = _Proposing(read, organisation, asked, answers)
    entries = made.entries()
    told = tuple(checks(read, made.settled, made.inside))
    return Proposed(tuple(entries), tuple(made.doubts.all()), told, tuple(made.inside), tuple(made.naming.keys()))


class _Proposing:
    def __init__(self, read: ReadLedger, organisation: Organisation, asked: Asked, answers: Mapping[str, str]) -> None:
        self.read, self.organisation, self.asked = read, organisation, asked
        self.doubts = Doubts(answers)
        self.known = Known(organisation)
        self.naming = NamingLines(self.known, self.doubts, answers)
        self.settled: dict[str, Sum] = {}
        self.inside = self._inside()
        self.closed = list(ClosedPeriod.objects.filter(organisation=organisation).closed())

    def _inside(self) -> set[str]:
        """In a table of the budget: a whole with its parts under it, or local parts under their whole."""
        if self.read.shape != Shape.TABLE:
            return set()
        keys = {key for one in self.read.amounts if (key := item_key(one.item))}
        return {one.cell for one in self.read.amounts if self._is_inside(one, keys)}

    def _is_inside(self, one: ReadAmount, keys: set[tuple[str, int, str]]) -> bool:
        item, whole = self.known.item(one.item), self.known.whole_of(one.item)
        if item is not None and item.has_parts:
            return any(item_key(part.code) in keys for part in self.known.parts_of(item))
        return item is None and whole is not None and not whole.has_parts and item_key(whole.code) in keys

    def entries(self) -> list[Entry]:
        """Lines are named of what is booked only: nothing is asked of entries that are left out."""
        found = self._without_doubles([entry for one in self.read.amounts if (entry := self._entry(one))])
        for entry in found:
            entry.line = self.naming.line(entry)
        return found

    def _entry(self, one: ReadAmount) -> Entry | None:
        """None for what is left out, is inside another amount, or still waits for an answer."""
        amount = self._amount(one)
        if amount is None or one.cell in self.inside or (one.hidden and not self._takes_hidden(one)):
            return None
        on = self._day(one)
        source, item = self._source(one, (on or self.asked.day).year), self._item(one)
        if on is None or source is None or item is None or self._is_closed(one, on):
            return None
        is_short = len(one.programme) <= 10
        body = self.known.body(one.centre)
        return Entry(
            organisation=self.organisation, booked_on=on, basis=one.basis or self.read.basis or self.asked.basis, item=item, source=source,
            local_code=one.source[:20], cost_centre=one.centre[:80], body=None if body == self.organisation else body,
            programme=one.programme if is_short else "", project=(one.project or ("" if is_short else one.programme))[:40],
            amount=amount.value, cut=amount.slack, document=one.document[:120], purpose=one.about[:300], cell=one.cell[:80],
        )  # fmt: skip

    def _takes_hidden(self, one: ReadAmount) -> bool:
        """Asked once for a row or a column of the workbook, whose author hid it or left a filter on."""
        said = _("Column %(place)s is hidden in the file.") if one.hidden.isalpha() else _("Row %(place)s is hidden in the file.")
        choices = ((TAKE, _("Book it as well")), (OUT, _("Leave it out")))
        doubt = self.doubts.ask(About.HIDDEN, (one.hidden,), said % {"place": one.hidden}, one.cell, choices=choices)
        doubt.is_open = doubt.answer not in dict(choices)
        return doubt.answer == TAKE

    def _amount(self, one: ReadAmount) -> Sum | None:
        """The sum as it is, as it was typed, or with what it lost."""
        found: Sum | None = one.sum
        if one.sum.flaw == Flaw.CUT:
            found = self._cut(one)
        elif one.sum.flaw == Flaw.DOUBTFUL:
            found = self._doubtful(one)
        elif one.sum.flaw:
            found = self._typed(one)
        if found is not None:
            self.settled[one.cell] = found
        return found if found and (found.value or found.slack) else None

    def _cut(self, one: ReadAmount) -> Sum:
        sentence = _("The cell was too narrow: up to %(slack)s are cut away. Type the whole amount, or leave it as it is known.")
        doubt = self.doubts.ask(About.CUT, (one.sum.text, one.cell), sentence % {"slack": money(one.sum.slack)}, one.cell, may_stay=True)
        if not doubt.answer:
            return one.sum
        typed = sum_in(doubt.answer)
        if typed is None or typed.flaw or not 0 <= typed.value - one.sum.value <= one.sum.slack:
            doubt.wrong = _("It must begin with the digits that are there: %(text)s.") % {"text": one.sum.text}
            doubt.is_open = True
            return one.sum
        return typed

    def _doubtful(self, one: ReadAmount) -> Sum | None:
        values = [str(value.quantize(CENT)) for value in (one.sum.value, *one.sum.others)]
        choices = tuple((value, money(Decimal(value))) for value in values)
        said = _("The amount may be read in more than one way.")
        doubt = self._chosen(About.AMOUNT, (one.sum.text, one.cell), said, one, choices)
        return Sum(one.sum.text, Decimal(doubt.answer)) if doubt.answer in values else None

    def _typed(self, one: ReadAmount) -> Sum | None:
        said = _("Debit and credit stand in one row. Type the amount, or a dash to leave it out.")
        if one.sum.flaw == Flaw.UNREADABLE:
            said = _("This is no amount. Type the amount, or a dash to leave it out.")
        doubt = self.doubts.ask(About.AMOUNT, (one.sum.text, one.cell), said, one.cell)
        if not doubt.answer or doubt.answer == LEAVE_OUT:
            return None
        typed = sum_in(doubt.answer)
        if typed is None or typed.flaw:
            doubt.wrong, doubt.is_open = _("Write euros and cents: 1 234,56."), True
            return None
        return typed

    def _day(self, one: ReadAmount) -> date | None:
        if not one.day:
            return self.asked.day
        if found := day_in(one.day):
            return found
        said = _("This is no day. Write the year, the month and the day, or a dash to leave the row out.")
        doubt = self.doubts.ask(About.DAY, (one.day, one.cell), said, one.cell)
        if not doubt.answer or doubt.answer == LEAVE_OUT:
            return None
        typed = day_in(doubt.answer)
        if typed is None:
            doubt.wrong, doubt.is_open = _("Write it so: 2024-01-15."), True
        return typed

    def _source(self, one: ReadAmount, year: int) -> FundingSource | None:
        if one.source and (found := self.known.source(one.source, year)):
            return found
        text = one.source_name or one.source or _("nothing")
        said = _("The list of treasury codes does not say for %(year)s which source this is.") % {"year": year}
        likely = self.known.likely_source(one.source, one.source_name)
        choices = tuple((str(source.pk), str(source)) for source in self.known.sources)
        doubt = self._chosen(About.SOURCE, (text, str(year)), said, one, choices, str(likely or ""))
        return next((source for source in self.known.sources if str(source.pk) == doubt.answer), None)

    def _item(self, one: ReadAmount) -> EconomicItem | None:
        found = self.known.item(one.item)
        whole = self.known.whole_of(one.item)
        if found is None and whole is not None and not whole.has_parts:
            return whole
        if found is not None and not found.has_parts:
            return found
        said = _("This economic item is not in the list.")
        rows, likely = self.known.bookable(), self.known.likely_item(one.item_name)
        if found is not None:
            said, rows = _("This item has parts, and the file does not divide it. Say which part it is."), self.known.parts_of(found)
        text = f"{one.item} {one.item_name}".strip() or _("nothing")
        choices = tuple((str(item.pk), f"{item.code} {item}") for item in rows)
        doubt = self._chosen(About.ITEM, (text,), said, one, choices, str(likely or ""))
        return next((item for item in rows if str(item.pk) == doubt.answer), None)

    def _chosen(
        self, about: str, what: tuple[str, ...], said: str, one: ReadAmount, choices: Sequence[tuple[str, str]], likely: str = ""
    ) -> Doubt:
        """One of the choices, or the amounts are left out."""
        every = (*choices, (OUT, _("Leave it out")))
        doubt = self.doubts.ask(about, what, said, one.cell, choices=every, likely=likely)
        doubt.is_open = doubt.answer not in dict(every)
        return doubt

    def _is_closed(self, one: ReadAmount, on: date) -> bool:
        closed = next((period for period in self.closed if on in period.period), None)
        if closed is not None:
            said = _("The books of this time are closed. Leave these amounts out, or have it opened again first.")
            self._chosen(About.CLOSED, (str(closed),), said, one, ())
        return closed is not None

    def _without_doubles(self, entries: list[Entry]) -> list[Entry]:
        """A table of a year that the ledger holds already would be added to it; a row of a list may have been booked by hand."""
        years = {entry.booked_on.year for entry in entries}
        held = Entry.objects.filter(organisation=self.organisation, booked_on__year__in=years).standing()
        if self.read.shape == Shape.TABLE:
            there = {(year, str(basis)) for year, basis in held.order_by().values_list("booked_on__year", "basis").distinct()}
            return [entry for entry in entries if not self._is_there(entry, there)]
        same = {_alike(one) for one in held.only("booked_on", "basis", "item", "source", "amount", "document")} if entries else set()
        return [entry for entry in entries if _alike(entry) not in same or self._is_added(entry)]

    def _is_there(self, entry: Entry, there: set[tuple[int, str]]) -> bool:
        year = entry.booked_on.year
        if (year, str(entry.basis)) not in there:
            return False
        said = _("The ledger holds entries of this year on this basis already. What is booked now is added to them.")
        text = f"{year}, {Basis(entry.basis).label}"
        return not self._added(text, said, entry)

    def _is_added(self, entry: Entry) -> bool:
        said = _("The ledger holds entries of the same day, item, source, amount and document already.")
        return self._added(_("the same entries"), said, entry)

    def _added(self, text: str, said: str, entry: Entry) -> bool:
        choices = ((ADD, _("Book them as well")), (OUT, _("Leave them out")))
        doubt = self.doubts.ask(About.ALREADY, (text,), said, entry.cell, choices=choices)
        doubt.is_open = doubt.answer not in dict(choices)
        return doubt.answer == ADD


def _alike(entry: Entry) -> tuple[object, ...]:
    return (
        entry.booked_on, str(entry.basis), entry.item_id, entry.source_id, Decimal(entry.amount).quantize(CENT), folded(entry.document),
    )  # fmt: skip
