"""Where Django looks for models."""

from globa.planning.assigning import Assignment
from globa.planning.closed_periods import ClosedPeriod
from globa.planning.directions import Direction
from globa.planning.ledger import EconomicItem, Entry, FundingSource
from globa.planning.ledger_imports import LedgerImport
from globa.planning.line_keys import LineKey
from globa.planning.plans.activities import Activity
from globa.planning.plans.lines import LineBody, PlanLine
from globa.planning.plans.money import PlannedAmount
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, Obstacle
from globa.planning.plans.sources import PlanSource
from globa.planning.plans.tree import Goal, Measure, Objective
from globa.planning.rate_rules import RateRule
from globa.planning.reckonings import Reckoning
from globa.planning.treasury_codes import TreasuryCode

__all__ = [
    "AchievedResult",
    "Activity",
    "Assignment",
    "ClosedPeriod",
    "Direction",
    "EconomicItem",
    "Entry",
    "ExpectedResult",
    "FundingSource",
    "Goal",
    "LedgerImport",
    "LineBody",
    "LineKey",
    "Measure",
    "Objective",
    "Obstacle",
    "Plan",
    "PlanLine",
    "PlanSource",
    "PlannedAmount",
    "RateRule",
    "Reckoning",
    "TreasuryCode",
]
