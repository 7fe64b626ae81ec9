"""Which amounts of a file count for which line of the plan: asked once for the same words, and never taken unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from globa.importers.ledger.doubts import OUT, About, Doubt, Doubts
from globa.importers.ledger.known import Known
from globa.importers.ledger.lines import Lines, group_of, name_of
from globa.planning.ledger import Basis, Entry
from globa.planning.line_names import Said
from globa.planning.plans.lines import PlanLine

ALL = "lines"
"""The answer to all that nobody has answered: `LIKELY` takes what is likely, OUT leaves them without a line."""
LIKELY = "likely"


class NamingLines:
    """Only cash is used money of a plan; accrued and planned amounts name no line."""

    def __init__(self, known: Known, doubts: Doubts, answers: Mapping[str, str]) -> None:
        self._known, self._doubts, self._of_all = known, doubts, answers.get(ALL, "")
        self._lines: dict[int, Lines] = {}
        self._asked: dict[str, tuple[Said, int]] = {}

    def line(self, entry: Entry) -> PlanLine | None:
        lines = self._of(entry.booked_on.year)
        if lines is None or not lines.all or entry.basis != Basis.CASH:
            return None
        found = lines.meant(entry.said)
        if found is not None and found[1].item:
            return found[0]
        doubt = self._doubt(entry, lines, found[0] if found else None)
        doubt.total += entry.amount
        return lines.coded(doubt.answer) if doubt.answer != OUT else None

    def keys(self) -> Iterator[tuple[Said, int, PlanLine]]:
        for doubt in self._doubts.all():
            if doubt.about == About.LINE and doubt.answer not in ("", OUT):
                said, year = self._asked[doubt.key]
                line = self._lines[year].coded(doubt.answer)
                if line is not None and said.weight and doubt.answer != doubt.before:
                    yield said, year, line

    def _of(self, year: int) -> Lines | None:
        municipality = self._known.municipality
        if municipality is not None and year not in self._lines:
            self._lines[year] = Lines(self._known.organisation, municipality, year)
        return self._lines.get(year)

    def _doubt(self, entry: Entry, lines: Lines, before: PlanLine | None) -> Doubt:
        said, year = group_of(entry.said), lines.year
        likely = None if before else lines.likely(entry.said)
        name = name_of(said, year)
        self._asked[name] = said, year
        doubt = self._doubts.ask(
            About.LINE, (_words(said), str(year)), _("For which line of the plan of %(year)s it counts.") % {"year": year}, entry.cell,
            choices=(*((str(one.pk), lines.title(one)) for one in lines.all), (OUT, _("For none, or not known yet"))),
            likely=lines.title(likely) if likely else "", name=name, before=str(before.pk) if before else "",
        )  # fmt: skip
        doubt.answer = doubt.answer or self._answer_of_all(likely)
        if (coded := lines.coded(doubt.answer)) is not None:
            doubt.answer = str(coded.pk)
        doubt.is_open = coded is None and doubt.answer != OUT
        return doubt

    def _answer_of_all(self, likely: PlanLine | None) -> str:
        if self._of_all == LIKELY:
            return str(likely.pk) if likely else ""
        return OUT if self._of_all == OUT else ""


def _words(said: Said) -> str:
    """“15101, programme 40, project Help”."""
    named = (
        ("%s", said.code), (_("programme %s"), said.programme), (_("project %s"), said.project), ("%s", said.centre),
    )  # fmt: skip
    return ", ".join(text % word for text, word in named if word)
