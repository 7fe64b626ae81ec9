"""What a cell says: a day, a sex, from where a child came. None is what nobody can be sure of."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from django.db.models import TextChoices
from django.utils import translation

from globa.care.stays import Origin
from globa.checker.folding import folded
from globa.documents.numbers.days import day
from globa.importers.plans.municipalities import municipalities
from globa.registry.people import Sex

LANGUAGES = ("lt", "en")
SPACED = re.compile(r"(?<=\d)\s+(?=\d)")
# “M” is a girl in Lithuanian and a boy in English, so it is neither.
SEXES = ((Sex.FEMALE, re.compile(r"^(?:mot|mer|f\b|fem|girl|wom)")), (Sex.MALE, re.compile(r"^(?:v\b|vyr|bern|male|boy|man\b)")))
ORIGINS = (
    (Origin.TEMPORARY_GUARDIANS, re.compile(r"laikin\w* glob|temporary guardian")),
    (Origin.PERMANENT_GUARDIANS, re.compile(r"nuolatin\w* glob|permanent guardian")),
    (Origin.ON_DUTY_CARER, re.compile(r"budin\w* glob|on-duty")),
    (Origin.COMMUNITY_HOME, re.compile(r"bendruomenin|community home")),
    (Origin.FAMILY_HOME, re.compile(r"seimyn|family home")),
    (Origin.OTHER_INSTITUTION, re.compile(r"kit\w* (?:istaig|instituc|globos)|(?:an)?other institution")),
    (Origin.UNACCOMPANIED, re.compile(r"nelydim|\brast|unaccompanied|\bfound\b")),
    (Origin.PARENTS, re.compile(r"\btev|parent|biologin")),
    (Origin.OTHER, re.compile(r"^kit(?:a|ur|ka)\b|^other$")),
)


def day_in(text: str) -> date | None:
    return day(SPACED.sub("-", text.strip()))


def sex_in(text: str) -> Sex | None:
    said = folded(text)
    return next((sex for sex, pattern in SEXES if pattern.search(said)), None)


def origin_in(text: str) -> Origin | None:
    said = folded(text)
    if found := _labels(Origin).get(said):
        return Origin(found)
    return next((origin for origin, pattern in ORIGINS if pattern.search(said)), None)


def municipality_in(text: str) -> str | None:
    """Its code: the name in full, without its last word, or shortened."""
    said = folded(text)
    for one in municipalities():
        full = folded(one.name)
        if said in (full, full.removesuffix(" savivaldybe"), one.code) or one.pattern.search(said):
            return one.code
    return None


@cache
def _labels(choices: type[TextChoices]) -> dict[str, str]:
    """As the program itself names them, in each of its languages."""
    said: dict[str, str] = {}
    for language in LANGUAGES:
        with translation.override(language):
            said |= {folded(str(label)): value for value, label in choices.choices}
    return said
