"""Moved to globa.reports.writing: exports write days too."""

from globa.reports.writing.days import QUARTERS, age, clock, figure_day, in_a_sentence, iso, month, period

__all__ = ["QUARTERS", "age", "clock", "figure_day", "in_a_sentence", "iso", "month", "period"]
