"""A declaration that a test changes in one place."""

from __future__ import annotations

from datetime import date
from typing import Any

from globa.facts.tables import stays
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Distinct
from globa.indicators.when import AtClosing
from globa.vocabulary.source import Source
from globa.vocabulary.unit import Unit


def declared(**changed: Any) -> Indicator:
    usual: dict[str, Any] = {
        "code": "homes.tried",
        "title": "Children tried",
        "means": "A declaration for tests.",
        "section": "homes",
        "rows": stays,
        "value": Distinct("child"),
        "unit": Unit.CHILDREN,
        "when": AtClosing("began_on", "ended_on"),
        "disclosure": Disclosure.OPEN,
        "source": Source("A report"),
        "since": date(2014, 1, 1),
    }
    return Indicator(**usual | changed)
