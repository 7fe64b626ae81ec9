"""The search box that puts a reference into a text: figures by their words, their code, or the beginning of a word."""

from __future__ import annotations

from collections.abc import Iterable

from globa.indicators.card import Card
from globa.reports.texts.stems import english, singular, stem, stems, words
from globa.reports.texts.vocabulary import Called, Vocabulary, vocabulary

MOST = 20
SHORTEST_BEGINNING = 2


def search(text: str) -> list[Card]:
    """The figures that the words seem to ask for, best first; every word has to be heard in a figure somehow."""
    known = vocabulary()
    asked = words(text.replace("-", " ").replace(".", " "))
    ranked = [(score, code) for code, called in known.called.items() if (score := _score(known, called, asked, text.strip().lower())) > 0]
    return [known.called[code].card for _score_of, code in sorted(ranked, key=lambda pair: (-pair[0], pair[1]))[:MOST]]


def _score(known: Vocabulary, called: Called, asked: list[str], text: str) -> float:
    if called.card.code == text:
        return 100.0
    meaningful = stems(text) or english(text) or asked
    score = 0.0
    for word in asked:
        heard = _heard(known, called, word)
        if not heard and (stem(word) in meaningful or singular(word) in meaningful):
            return 0.0
        score += heard
    return score + (0.2 if called.is_printed else 0) if score else 0.0


def _heard(known: Vocabulary, called: Called, word: str) -> float:
    """A word of a name counts fully, of the explanation for a third, the beginning of one for two thirds."""
    forms = (stem(word), f"en:{singular(word)}")
    for form in forms:
        if any(form in name for name in called.names):
            closest = min(len(name) for name in called.names if form in name)
            return known.weight([form]) * (1 + 1 / (1 + closest))
    if _begins(word, (one for name in called.names for one in name)) or word in called.card.code:
        return 0.6
    return known.weight([forms[0]]) / 3 if any(form in called.loose for form in forms) else 0.0


def _begins(word: str, names: Iterable[str]) -> bool:
    return len(word) >= SHORTEST_BEGINNING and any(one.removeprefix("en:").startswith(word) for one in names)
