"""Planned and used money of a part of a plan, by source: what pages compare, write and draw. Missing is a word and never 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from globa.planning.plans.parts import Missing
from globa.planning.plans.sources import PlanSource
from globa.reports.writing.numbers import money as written
from globa.reports.writing.numbers import number
from globa.web.pictures.against import Share

LOOKS = {"SAV": 1, "VB": 2, "VB_STD": 2, "ES": 3, "GLOBOS_ISM": 4, "TIKSL_KOMP": 4, "ALIM": 4, "IMOKOS": 5}
OTHER_LOOK = 6
FAR_BELOW, FAR_ABOVE = Decimal(50), Decimal(150)
"""Of the plan, in percent: beyond these an implementation report has to say why."""

TAKEN_OUT = "taken_out"
NOT_PLANNED: dict[str, str | Promise] = {
    Missing.NONE: pgettext_lazy("money of a plan", "not planned"),
    Missing.UNKNOWN: pgettext_lazy("money of a plan", "amount not known"),
    Missing.ELSEWHERE: pgettext_lazy("money of a plan", "under another measure"),
    Missing.IN_KIND: pgettext_lazy("money of a plan", "in kind"),
    TAKEN_OUT: pgettext_lazy("money of a plan", "taken out by an amendment"),
    "": pgettext_lazy("money of a plan", "? not recorded"),
}
NOT_USED: dict[str, str | Promise] = NOT_PLANNED | {Missing.NONE: pgettext_lazy("money of a plan", "not used")}

MORE = pgettext_lazy("money of a plan", "and an amount not known")

Amounts = Mapping[str, Decimal]


def look_of(source: str) -> int:
    return LOOKS.get(source, OTHER_LOOK)


def cents(amount: Decimal) -> str:
    """For a column that says “EUR” in its head."""
    return number(amount, 2)


@dataclass(frozen=True)
class Source:
    """One source beside its plan."""

    source: PlanSource
    planned: Decimal | None
    used: Decimal | None

    @property
    def percent(self) -> Decimal | None:
        return _percent(self.planned, self.used)

    @property
    def tone(self) -> str:
        return "amber" if self.is_far else "line"

    @property
    def is_far(self) -> bool:
        """Used though nobody planned it, planned and not used, or far from the plan."""
        return self.percent is None or not FAR_BELOW <= self.percent <= FAR_ABOVE

    @property
    def said(self) -> str:
        """“ES funds: 22 934,00 of 139 177,44 (16 %)”, of what is far from the plan."""
        values = {"source": self.source, "used": cents(self.used or Decimal(0)), "planned": cents(self.planned or Decimal(0))}
        if self.planned is None:
            return _("%(source)s: %(used)s was not planned") % values
        if self.used is None:
            return _("%(source)s: of %(planned)s nothing was used") % values
        return _("%(source)s: %(used)s of %(planned)s") % values


@dataclass(frozen=True)
class Money:
    """By the code of a source. `without` are the reasons why lines have no amount on a side, each named once."""

    planned: Amounts = field(default_factory=dict)
    used: Amounts = field(default_factory=dict)
    planned_without: tuple[str, ...] = ()
    used_without: tuple[str, ...] = ()

    @property
    def planned_total(self) -> Decimal | None:
        return sum(self.planned.values(), Decimal(0)) if self.planned else None

    @property
    def used_total(self) -> Decimal | None:
        return sum(self.used.values(), Decimal(0)) if self.used else None

    @property
    def not_planned(self) -> str:
        return _words(self.planned_without, NOT_PLANNED)

    @property
    def not_used(self) -> str:
        return _words(self.used_without, NOT_USED)

    @property
    def planned_more(self) -> str:
        """Said below a sum that is not the whole of it."""
        return str(MORE) if self.planned and Missing.UNKNOWN in self.planned_without else ""

    @property
    def percent(self) -> Decimal | None:
        return _percent(self.planned_total, self.used_total)

    @property
    def tone(self) -> str:
        far = self.percent is not None and not FAR_BELOW <= self.percent <= FAR_ABOVE
        return "amber" if far else "line"

    @property
    def source_changed(self) -> bool:
        """Money came, and none of it from where it was planned."""
        return bool(self.planned) and bool(self.used) and not set(self.planned) & set(self.used)

    def shares(self, side: str, sources: Iterable[PlanSource]) -> list[Share]:
        amounts: Amounts = getattr(self, side)
        return [Share(look_of(one.code), amounts[one.code], str(one), written(amounts[one.code])) for one in sources if one.code in amounts]


def together(parts: Iterable[Money]) -> Money:
    """The sum of parts that have no line in common."""
    listed = list(parts)
    return Money(
        _added(part.planned for part in listed), _added(part.used for part in listed),
        _named_once(reason for part in listed for reason in part.planned_without),
        _named_once(reason for part in listed for reason in part.used_without),
    )  # fmt: skip


def _added(parts: Iterable[Amounts]) -> dict[str, Decimal]:
    whole: dict[str, Decimal] = {}
    for part in parts:
        for source, amount in part.items():
            whole[source] = whole.get(source, Decimal(0)) + amount
    return whole


def _named_once(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))


def _words(reasons: Iterable[str], words: Mapping[str, str | Promise]) -> str:
    return ", ".join(str(words[reason]) for reason in reasons) or str(words[""])


def _percent(planned: Decimal | None, used: Decimal | None) -> Decimal | None:
    """None where one side is missing: nothing used of a plan is told in words, not as 0 %."""
    return used * 100 / planned if planned and used is not None else None
