"""Where the figures are printed, and from when they mean what they mean."""

from __future__ import annotations

from datetime import date

from globa.vocabulary.source import Source

FOSTER_CENTRES = date(2018, 7, 1)
"""Foster centres begin their work in every municipality."""
COMMUNITY_HOMES = date(2014, 1, 1)
"""The homes that replaced the large institutions begin to be counted on their own."""
INSTITUTIONS = date(2010, 1, 1)
"""Counted by every institution before anybody here remembers otherwise."""


def alytus(point: str) -> Source:
    return Source("Alytus family centre, activity report 2023", point)


def visaginas(point: str) -> Source:
    return Source("Visaginas municipality, report on the social-services plan of 2023", point)


def druskininkai(point: str) -> Source:
    return Source("Druskininkai foster centre, public page", point)


def other_centres(point: str) -> Source:
    """Seen in reports of other centres, of which only the beginnings could be read."""
    return Source("Reports of other foster centres", point, verified=False)
