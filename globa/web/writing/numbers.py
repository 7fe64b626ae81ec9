"""Moved to globa.reports.writing: exports write numbers too."""

from globa.reports.writing.numbers import BABEL_LOCALES, MINUS, NO_BREAK, Amount, duration, language, locale, money, number, percent

__all__ = ["BABEL_LOCALES", "MINUS", "NO_BREAK", "Amount", "duration", "language", "locale", "money", "number", "percent"]
