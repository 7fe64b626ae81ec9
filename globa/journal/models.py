"""Where Django looks for models."""

from globa.journal.operations import Operation

__all__ = ["Operation"]
