"""Somebody of whom only the initials are written, as papers name children: “R. P.”, either name first."""

from __future__ import annotations

import re

from django.db.models import Q

from globa.registry.people import Person, PersonQuerySet

TWO = re.compile(r"([^\W\d_])(\.\s*|\s+)([^\W\d_])\.?|([A-ZĄČĘĖĮŠŲŪŽ])([A-ZĄČĘĖĮŠŲŪŽ])")
MARKED = {"a": "ą", "c": "č", "e": "ęė", "i": "į", "s": "š", "u": "ųū", "z": "ž"}


def initials_in(text: str) -> tuple[str, str] | None:
    """Two letters with a dot or a space between them, or two capitals."""
    found = TWO.fullmatch(text.strip())
    return ((found[1] or found[4]).lower(), (found[3] or found[5]).lower()) if found else None


def called_by_initials(people: PersonQuerySet, initials: tuple[str, str], most: int) -> list[Person]:
    """Whichever of the two names stands first; one question."""
    one, other = (_begins(letter + MARKED.get(letter, "")) for letter in initials)
    either = people.filter(Q(given_name__regex=one, family_name__regex=other) | Q(given_name__regex=other, family_name__regex=one))
    return list(either.order_by("family_name", "given_name", "pk")[:most])


def _begins(letters: str) -> str:
    return f"^[{letters}{letters.upper()}]"
