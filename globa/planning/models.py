"""Where Django looks for models."""

from globa.planning.directions import Direction
from globa.planning.ledger import EconomicItem, Entry, FundingSource
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.planning.treasury_codes import TreasuryCode

__all__ = [
    "AchievedResult",
    "Direction",
    "EconomicItem",
    "Entry",
    "ExpectedResult",
    "FundingSource",
    "Goal",
    "LineBody",
    "Measure",
    "Objective",
    "Obstacle",
    "Plan",
    "PlanLine",
    "PlanSource",
    "PlannedAmount",
    "TreasuryCode",
]
