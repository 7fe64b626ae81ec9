"""Where Django looks for models."""

from globa.planning.directions import Direction
from globa.planning.ledger import EconomicItem, Entry, FundingSource

__all__ = ["Direction", "EconomicItem", "Entry", "FundingSource"]
