"""Figures by words that were typed without their marks, where the search of reports, which knows the cases of words, finds nothing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from globa.indicators import compiled
from globa.indicators.card import Card
from globa.web.heard import says

MOST = 20


def called_without_marks(asked: list[str]) -> list[Card]:
    """Those whose title holds every word, then those whose explanation does."""
    cards = compiled.catalogue().cards.values()
    titled = [card for card in cards if says(_(card.title), asked)]
    explained = [card for card in cards if card not in titled and says(f"{_(card.title)} {_(card.means)}", asked)]
    return [*titled, *explained][:MOST]
