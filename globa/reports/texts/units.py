"""Which units a counted word may stand for: families are not children, and a share is neither."""

from __future__ import annotations

import re
from decimal import Decimal

from globa.reports.texts.numbers import Number
from globa.reports.texts.stems import english, stem, words
from globa.vocabulary.unit import Unit

PEOPLE = (Unit.CHILDREN, Unit.PERSONS, Unit.STAYS)
NOUNS: dict[str, tuple[Unit, ...]] = {
    "vaikas mergaitė berniukas globotinis auklėtinis ugdytinis mokinys paauglys": PEOPLE,
    "gyventojas žmogus asmuo": (*PEOPLE, Unit.CARERS),
    "šeima": (Unit.FAMILIES, Unit.CARERS),
    "globotojas globotoja": (Unit.CARERS,),
    "globėjas": (Unit.FAMILIES, Unit.PERSONS),
    "darbuotojas specialistas dalyvis": (Unit.PERSONS, Unit.ATTENDANCES),
    "etatas pareigybė": (Unit.POSTS,),
    "paslauga konsultacija kartas apsilankymas lankymas": (Unit.TIMES, Unit.SERVICES),
    "susitikimas posėdis pasitarimas užsiėmimas supervizija": (Unit.MEETINGS, Unit.EVENTS),
    "renginys": (Unit.EVENTS, Unit.MEETINGS),
    "grupė": (Unit.GROUPS, Unit.MEETINGS),
    "išvada rekomendacija vertinimas planas dokumentas akreditacija": (Unit.DOCUMENTS,),
    "vieta": (Unit.PLACES, Unit.SEATS, Unit.ADDRESSES),
    "namas": (Unit.HOMES, Unit.UNITS),
    "padalinys": (Unit.UNITS,),
    "adresas": (Unit.ADDRESSES,),
    "automobilis priemonė mikroautobusas": (Unit.VEHICLES,),
    "sutartis": (Unit.CONTRACTS, Unit.CARERS),
    "atvejis": (Unit.CASES, Unit.STAYS),
    "atvykimas išvykimas": (Unit.STAYS, Unit.CHILDREN),
    "valanda": (Unit.HOURS,),
    "para": (Unit.DAYS,),
}
ENGLISH: dict[str, tuple[Unit, ...]] = {
    "child girl boy ward teenager": PEOPLE, "resident person": (*PEOPLE, Unit.CARERS), "family": (Unit.FAMILIES, Unit.CARERS),
    "carer": (Unit.CARERS,), "guardian": (Unit.FAMILIES, Unit.PERSONS), "worker participant": (Unit.PERSONS, Unit.ATTENDANCES),
    "post": (Unit.POSTS,), "service consultation time visit": (Unit.TIMES, Unit.SERVICES),
    "meeting sitting session": (Unit.MEETINGS, Unit.EVENTS), "event": (Unit.EVENTS, Unit.MEETINGS), "group": (Unit.GROUPS, Unit.MEETINGS),
    "conclusion recommendation assessment document": (Unit.DOCUMENTS,), "place": (Unit.PLACES, Unit.ADDRESSES), "seat": (Unit.SEATS,),
    "home": (Unit.HOMES,), "unit": (Unit.UNITS,), "vehicle car minibus": (Unit.VEHICLES,), "contract": (Unit.CONTRACTS, Unit.CARERS),
    "case": (Unit.CASES,), "hour": (Unit.HOURS,), "day": (Unit.DAYS,),
}  # fmt: skip
BY_STEM = {stem(word): units for nouns, units in NOUNS.items() for word in nouns.split()}
BY_WORD = {word: units for nouns, units in ENGLISH.items() for word in nouns.split()}
FRACTIONS = (Unit.POSTS, Unit.EUROS, Unit.HOURS, Unit.PERCENT)
OF_KIND = {"percent": (Unit.PERCENT,), "money": (Unit.EUROS,), "age": (Unit.YEARS,)}


def may_be(number: Number, unit: Unit) -> bool:
    """Whether a number written so can be of the unit at all."""
    if number.kind in OF_KIND:
        return unit in OF_KIND[number.kind]
    if unit in (Unit.PERCENT, Unit.YEARS):
        return False
    if unit is Unit.EUROS:
        return number.value >= 1000
    return not isinstance(number.value, Decimal) or unit in FRACTIONS


OF_NOTHING = re.compile(r"(?:mėnes|mėnuo|savait|dien|kambar|aukšt|kv|km|metr|months?|weeks?|rooms?|floors?)\w*", re.IGNORECASE)
WHERE = ("ose", "yse", "oje", "yje", "ėje", "uje")


def counts_nothing(noun: str) -> bool:
    """Three months, two floors: no figure is of such things."""
    return OF_NOTHING.match(noun) is not None


def counted_units(noun: str) -> tuple[Unit, ...] | None:
    """The units of the first word of a noun phrase that tells any; None where no word does."""
    for word in words(noun):
        if not word.endswith(WHERE) and (bare := stem(word)) in BY_STEM:
            return BY_STEM[bare]
    return next((BY_WORD[word] for word in english(noun) if word in BY_WORD), None)
