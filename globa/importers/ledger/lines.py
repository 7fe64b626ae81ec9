"""For which lines of the municipal plan the amounts of a file may count: as somebody said before, or as their very words say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from functools import cached_property
from uuid import UUID

from globa.checker.folding import folded
from globa.planning.line_keys import LineKey, meant
from globa.planning.line_names import Said
from globa.planning.plans.answered_lines import answered_by, told_of
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.plans import Plan
from globa.registry.organisations import Organisation

SAYING_LITTLE = 70
STANDING = {f"{level}withdrawn_on__isnull": True for level in ("", "measure__", "measure__objective__", "measure__objective__goal__")}


@dataclass
class Lines:
    """
    Of one ledger and year; as many queries however long the file and the plan are. Without a plan in force there are none.

    Who sees no plan of the municipality chooses among the lines that the institution answers for.
    """

    organisation: Organisation
    municipality: Organisation
    year: int

    @cached_property
    def all(self) -> list[PlanLine]:
        """In the order of the plan, each with its bodies."""
        return _lines(self.municipality, self.year) or [one.line for one in answered_by(self.organisation) if one.year == self.year]

    @cached_property
    def bodies(self) -> dict[object, list[str]]:
        return _bodies(self.all)

    @cached_property
    def _keys(self) -> tuple[list[LineKey], dict[UUID, PlanLine]]:
        """Of this year, with the lines of today that they mean; those of a line that the plan has no longer mean nothing."""
        kept = list(LineKey.objects.of(self.organisation, self.year))
        told = told_of(self.organisation, [one.line_id for one in kept])
        named = {key: line for key, before in told.items() if (line := self._same(before.lineage))}
        return [one for one in kept if one.line_id in named], named

    def meant(self, said: Said) -> tuple[PlanLine, Said] | None:
        """The line that these words mean since somebody said so this year, and the words by which they do."""
        keys, named = self._keys
        found = meant(keys, said)
        return (named[found.line_id], found.said) if found else None

    def likely(self, said: Said) -> PlanLine | None:
        """What the words meant last year, or the only line that they name themselves; a person decides."""
        return self._of_last_year(said) or self._named(said)

    def title(self, line: PlanLine) -> str:
        """“1.1.2 Help foster carers (Family centre)”; who answers is told where a measure has several lines."""
        text = f"{line.measure.no} {line.measure.text}".strip()
        short = text if len(text) <= SAYING_LITTLE else f"{text[:SAYING_LITTLE].rstrip()}…"
        several = sum(one.measure_id == line.measure_id for one in self.all) > 1
        return f"{short} ({', '.join(self.bodies.get(line.pk, []))})" if several else short

    def coded(self, key: str) -> PlanLine | None:
        """By its key, or by the number of a measure that has one line."""
        found = [one for one in self.all if str(one.pk) == key] or [one for one in self.all if one.measure.no == key]
        return found[0] if len(found) == 1 else None

    def _same(self, lineage: object) -> PlanLine | None:
        return next((one for one in self.all if one.lineage == lineage), None)

    @cached_property
    def _before(self) -> tuple[list[LineKey], dict[UUID, PlanLine], dict[object, list[str]]]:
        keys = list(LineKey.objects.of(self.organisation, self.year - 1))
        named = told_of(self.organisation, [one.line_id for one in keys])
        return [one for one in keys if one.line_id in named], named, _bodies(named.values())

    def _of_last_year(self, said: Said) -> PlanLine | None:
        """The line with the same words of its measure and the same bodies; a number alone may mean something else this year."""
        keys, named, bodies = self._before
        found = meant(keys, said)
        if found is None:
            return None
        text, those = folded(named[found.line_id].measure.text), bodies.get(found.line_id, [])
        return _only(one for one in self.all if folded(one.measure.text) == text and self.bodies.get(one.pk, []) == those)

    def _named(self, said: Said) -> PlanLine | None:
        words = {folded(word) for word in (said.project, said.centre, said.programme) if word}
        return _only(one for one in self.all if words & set(self._names(one)))

    def _names(self, line: PlanLine) -> Iterator[str]:
        measure = line.measure
        yield from (folded(one) for one in (measure.no, measure.text, measure.strategic_code, *self.bodies.get(line.pk, [])) if one)


def group_of(said: Said) -> Said:
    """What is asked once: amounts that differ by their economic item only."""
    return replace(said, item="")


def name_of(said: Said, year: int) -> str:
    """The same however the other answers change what is asked."""
    return f"line-{hashlib.sha256(repr((year, astuple(said))).encode()).hexdigest()[:10]}"


def _lines(municipality: Organisation, year: int) -> list[PlanLine]:
    plan = Plan.objects.valid().filter(organisation=municipality, year=year).first()
    if plan is None:
        return []
    levels = ("measure__objective__goal", "measure__objective", "measure")
    rows = PlanLine.objects.filter(**STANDING, measure__objective__goal__plan=plan).select_related("measure")
    return list(rows.order_by(*(f"{level}__position" for level in levels), "position"))


def _bodies(lines: Iterable[PlanLine]) -> dict[object, list[str]]:
    found: dict[object, list[str]] = {}
    for line, name in LineBody.objects.in_force().filter(line__in=list(lines)).order_by("position").values_list("line", "name"):
        found.setdefault(line, []).append(name)
    return found


def _only(lines: Iterable[PlanLine]) -> PlanLine | None:
    found = list(lines)
    return found[0] if len(found) == 1 else None
