"""A greeting in the reader's language, in Lithuanian by the name's vocative."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from globa.reports.writing.numbers import language

MORNING_ENDS, EVENING_BEGINS = 11, 18
# The endings of given names, the longer ones first.
VOCATIVES = (
    ("jus", "jau"), ("ius", "iau"), ("us", "au"), ("ias", "iau"), ("as", "ai"), ("is", "i"), ("ys", "y"), ("ė", "e"),
)  # fmt: skip


def greeting(name: str, at: datetime) -> str:
    """“Labas rytas, Migle”; of a longer name only the given name, without one only the greeting."""
    words = _of_the_day(at)
    given = name.split()[0] if name and "@" not in name else ""
    return f"{words}, {vocative(given) if language() == 'lt' else given}" if given else words


def _of_the_day(at: datetime) -> str:
    if at.hour < MORNING_ENDS:
        return _("Good morning")
    return _("Good evening") if at.hour >= EVENING_BEGINS else _("Good afternoon")


def vocative(given: str) -> str:
    for ending, called in VOCATIVES:
        if given.endswith(ending):
            return given.removesuffix(ending) + called
    return given
