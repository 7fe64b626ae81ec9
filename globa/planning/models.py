"""Where Django looks for models."""

from globa.planning.directions import Direction
from globa.planning.ledger import EconomicItem, Entry, FundingSource
from globa.planning.treasury_codes import TreasuryCode

__all__ = ["Direction", "EconomicItem", "Entry", "FundingSource", "TreasuryCode"]
