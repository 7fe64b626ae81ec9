"""Every figure that Globa counts, by its code, in the order of the sections."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from globa.indicators.checks import WrongDeclaration
from globa.indicators.definitions import budget, institution, occupancy, occupancy_at_closing, plan, premises, projects
from globa.indicators.definitions.foster_centre import carers, groups, guardians, papers, services
from globa.indicators.definitions.homes import flows, residents, statuses
from globa.indicators.definitions.staff import posts, training
from globa.indicators.indicator import Indicator

MODULES = (
    institution,
    residents, flows, statuses,
    occupancy, occupancy_at_closing,
    carers, guardians, services, papers, groups,
    posts, training,
    premises, projects, budget, plan,
)  # fmt: skip


class CodeTaken(WrongDeclaration):
    def __init__(self, code: str) -> None:
        super().__init__(f"{code}: two indicators have this code.")


def declared(module: ModuleType) -> Iterator[Indicator]:
    yield from (one for one in vars(module).values() if isinstance(one, Indicator))


def by_code(indicators: Iterator[Indicator]) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for indicator in indicators:
        if indicator.code in found:
            raise CodeTaken(indicator.code)
        found[indicator.code] = indicator
    return found


CATALOGUE = by_code(one for module in MODULES for one in declared(module))
