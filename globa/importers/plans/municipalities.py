"""The sixty municipalities, as the list of organisations that comes with the program names them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from globa import registry
from globa.checker.folding import folded
from globa.importers.plans.refusals import UnknownMunicipality

LIST = Path(registry.__file__).with_name("reference") / "organisations.csv"


@dataclass(frozen=True)
class Municipality:
    code: str
    name: str
    number: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its name in full or shortened, without diacritics: “visagino savivaldybe”, “alytaus r. sav.”."""
        place, *kind = folded(self.name).removesuffix(" savivaldybe").rsplit(" ", 1)
        if not kind or kind[0] not in ("rajono", "miesto"):
            return re.compile(rf"\b{re.escape(folded(self.name).removesuffix(' savivaldybe'))} sav(?:ivaldyb|\.)")
        return re.compile(rf"\b{re.escape(place)} (?:{kind[0]}|{kind[0][0]}\.) ?sav(?:ivaldyb|\.)")


@cache
def municipalities() -> tuple[Municipality, ...]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(row["code"], row["name"], row["iso_code"]) for row in csv.DictReader(file) if row["kind"] == "municipality"
        )


def municipality(code: str) -> Municipality:
    """By its code or its number, with LT- or without."""
    asked = code.strip().lower()
    for one in municipalities():
        if asked in (one.code, one.number.lower(), one.number.lower().removeprefix("lt-")):
            return one
    raise UnknownMunicipality(code)
