"""A sum of a report and entries that came to the same line after it: whether both count, and if not, which."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.planning.ledger import Entry, EntryQuerySet
from globa.planning.line_keys import ForgottenAlready
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet, withdrawn_on
from globa.planning.plans.sources import OTHER_SOURCES, PlanSource
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

Place = tuple[uuid.UUID, str]
"""The lineage of a line and the code of a source."""


class Counts(models.TextChoices):
    """Which of the two is the money that was used."""

    REPORT = "report", pgettext_lazy("of used money", "the report's sum: the entries are a part of it")
    ENTRIES = "entries", pgettext_lazy("of used money", "the entries: the report's sum is told by them")
    BOTH = "both", pgettext_lazy("of used money", "both: they are different money")


class NothingBeside(Refusal):
    def __init__(self) -> None:
        super().__init__(message("Nothing stands beside the report's sum that is not decided on. Open the page again."))


@tracked
class Reckoning(models.Model):
    """
    What was decided; `reported` and `booked` are both sums as they stood then, `organisation` is the municipality.

    Where only one of them counts, `entry` takes the other back: an entry below nought beside the report's, so that the ledger says what was
    used. What comes to the line later is asked about again.
    """

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="reckonings", verbose_name=_("line of a plan"))
    source = models.ForeignKey(PlanSource, on_delete=models.PROTECT, related_name="+", verbose_name=_("source of a plan"))
    counts = models.CharField(_("what counts"), max_length=10, choices=Counts)
    reported = models.DecimalField(_("the report's sum, EUR"), max_digits=14, decimal_places=2)
    booked = models.DecimalField(_("entries beside it, EUR"), max_digits=14, decimal_places=2)
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="reckoning", verbose_name=_("entry that takes back")
    )
    decided_on = models.DateField(_("decided on"), default=today, editable=False)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation line source counts reported booked entry decided_on withdrawn_on")

    class Meta:
        verbose_name = _("decision which sum counts")
        verbose_name_plural = _("decisions which sums count")
        ordering = ["-id"]
        constraints = [
            Same("line", "organisation", name="reckoning_of_own_line"),
            Same("entry", "organisation", name="reckoning_with_own_entry"),
            models.CheckConstraint(
                name="both_sums_count_as_they_are",
                condition=~models.Q(counts=Counts.BOTH) | models.Q(entry__isnull=True),
                violation_error_message=_("Where both sums count nothing is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_counts_display()}"


@dataclass(frozen=True)
class Beside:
    """`reported` is what the report's entries make, `entries` are those that came after and are not decided on."""

    lineage: uuid.UUID
    source: PlanSource
    report: Entry
    reported: Decimal
    entries: tuple[Entry, ...]

    @property
    def booked(self) -> Decimal:
        return sum((one.amount for one in self.entries), Decimal(0))

    @property
    def together(self) -> Decimal:
        return self.reported + self.booked

    @property
    def bodies(self) -> list[str]:
        """Whose ledgers the entries stand in."""
        return list(dict.fromkeys(str(one.organisation) for one in self.entries))


def beside_reports(entries: EntryQuerySet, lineages: Iterable[uuid.UUID]) -> list[Beside]:
    """What stands side by side on these lines and is not decided on; three questions, however many lines there are."""
    wanted = list(lineages)
    rows = entries.used().on_lines(wanted).select_related("line", "source__plan_source", "organisation").order_by("booked_on", "pk")
    made = Reckoning.objects.in_force().filter(line__lineage__in=wanted).select_related("line", "source")
    return list(_beside(list(rows), list(made)))


def _beside(rows: list[Entry], made: list[Reckoning]) -> Iterable[Beside]:
    taking_back = {one.entry_id for one in made}
    found: dict[Place, list[Entry]] = defaultdict(list)
    for row in rows:
        if row.pk not in taking_back:
            found[_place(row)].append(row)
    for place, own in found.items():
        decided = [one for one in made if (one.line.lineage, one.source.code) == place]
        if (one := _of_place(place, own, decided)) is not None:
            yield one


def _of_place(place: Place, rows: list[Entry], decided: list[Reckoning]) -> Beside | None:
    """Later than the report's entries, and than the last time that somebody decided."""
    reports = [one for one in rows if is_of_a_report(one)]
    if not reports:
        return None
    since = max([one.pk for one in reports] + [one.pk for one in decided])
    if any(one.pk == since and one.counts == Counts.ENTRIES for one in decided):
        return None
    later = tuple(one for one in rows if not is_of_a_report(one) and max(one.pk, one.assignment_id or one.pk) > since)
    source = reports[0].source.plan_source
    if not later or source is None:
        return None
    return Beside(place[0], source, reports[-1], sum((one.amount for one in reports), Decimal(0)), later)


def is_of_a_report(entry: Entry) -> bool:
    """Read in a document about the plan: it names no economic item and stands in the books of whose plan it is."""
    line = entry.line
    return entry.taken_from_id is not None and entry.item_id is None and line is not None and line.organisation_id == entry.organisation_id


def _place(entry: Entry) -> Place:
    assert entry.line is not None
    return entry.line.lineage, entry.source.plan_source.code if entry.source.plan_source else OTHER_SOURCES


def reckon(*, line: PlanLine, source: PlanSource, counts: str, by: Actor | None, once: uuid.UUID | None = None) -> Reckoning:
    """Say which of the two counts; what does not is taken back in the municipality's books, and both stay to be read."""
    found = next((one for one in beside_reports(Entry.objects.all(), [line.lineage]) if one.source == source), None)
    if found is None:
        raise NothingBeside
    made = Reckoning(
        organisation_id=line.organisation_id, line=line, source=source, counts=counts, reported=found.reported, booked=found.booked
    )
    with operation("planning.reckon", by=by, about=made, once=once):
        made.entry = _taking_back(found, line, counts)
        made.save(force_insert=True)
    return made


def _taking_back(found: Beside, line: PlanLine, counts: str) -> Entry | None:
    """On the day and by the code of the report's own entry, and taken back with its file."""
    amount = {Counts.REPORT: found.booked, Counts.ENTRIES: found.reported}.get(Counts(counts))
    if not amount:
        return None
    said = gettext("counted in the report already") if counts == Counts.REPORT else gettext("counted by entries of the ledger")
    kept = found.report
    same: dict[str, Any] = {name: getattr(kept, name) for name in ("booked_on", "basis", "source", "document", "taken_from")}
    return Entry.objects.create(organisation_id=line.organisation_id, line=line, amount=-amount, purpose=said, **same)


def take_back_reckoning(*, reckoning: Reckoning, by: Actor | None, reason: str) -> None:
    """Both sums count again as they stand, and are asked about again."""
    if reckoning.withdrawn_on:
        raise ForgottenAlready
    with operation("planning.take_back_reckoning", by=by, about=reckoning, reason=reason):
        reckoning.withdrawn_on = today()
        reckoning.save(update_fields=["withdrawn_on"])
        Entry.objects.standing().filter(pk=reckoning.entry_id).update(withdrawn_on=today())
