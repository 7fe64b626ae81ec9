"""Moved to globa.reports.writing: exports write units too."""

from globa.reports.writing.units import NAMES, Fraction, amount, countable, counted, unit_name

__all__ = ["NAMES", "Fraction", "amount", "countable", "counted", "unit_name"]
