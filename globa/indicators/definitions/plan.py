"""The yearly directions of the institution."""

from __future__ import annotations

from globa.facts.tables import targets
from globa.indicators.definitions.sources import INSTITUTIONS, alytus
from globa.indicators.dimensions import COMPARATOR
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count
from globa.indicators.when import AtClosing
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

targets_set = Indicator(
    code="plan.targets",
    title=_("Targets set"),
    means=_("Yearly directions of the institution that have a target and were in force on the period's last day."),
    section="plan",
    rows=targets,
    value=Count.ROWS,
    unit=Unit.TARGETS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("plan for 2023"),
    since=INSTITUTIONS,
    dimensions=(COMPARATOR,),
)

least_targets = Indicator(
    code="plan.targets-at-least",
    title=_("Targets to reach or pass"),
    means=_("Yearly directions in force on the period's last day whose target is the least that is enough."),
    section="plan",
    rows=targets.filter(targets.comparator == "at_least"),
    value=Count.ROWS,
    unit=Unit.TARGETS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("plan for 2023"),
    since=INSTITUTIONS,
)
