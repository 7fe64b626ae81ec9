"""A sentence to a person: what happened, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Callable


class Refusal(Exception):
    """
    Something that cannot be done as asked, said so that the asker can go on.

    The sentence is kept apart from its values, so that it can still be translated where it is shown.
    `at` names the form field that it is about, when there is one.
    """

    at: str = ""

    def __init__(self, sentence: str, /, *, at: str = "", **values: object) -> None:
        self.sentence = sentence
        self.values = values
        if at:
            self.at = at
        super().__init__(sentence % values if values else sentence)

    def said(self, translate: Callable[[str], str]) -> str:
        sentence = translate(self.sentence)
        return sentence % self.values if self.values else sentence
