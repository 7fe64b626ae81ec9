"""More children than places: true when somebody was taken in an emergency, and then it is said."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, plain, written
from globa.reports.document import Value

RULE = "licensed-places"
PAIRS = (
    ("occupancy.children", "occupancy.places"),
    ("occupancy.children-at-closing", "occupancy.places-at-closing"),
    ("homes.children-at-closing", "institution.licensed-places"),
    ("foster-centre.children-with-on-duty-carers-at-closing", "foster-centre.contract-places"),
)


def find(walk: Walk) -> Iterator[Finding]:
    for children, places in PAIRS:
        if children in walk.whole and places in walk.whole:
            yield from _compared(walk, walk.whole[children], walk.whole[places])
        for (code, dimension), parts in walk.parts.items():
            there = walk.parts.get((places, dimension), {})
            if code == children:
                for part in sorted(set(parts) & set(there)):
                    yield from _compared(walk, parts[part], there[part])


def _compared(walk: Walk, children: Value, places: Value) -> Iterator[Finding]:
    if children.value is None or not places.value or children.value <= places.value:
        return
    said = {"title": children.title, "children": written(children.value, children.unit), "places": written(places.value, places.unit)}
    yield Finding(
        RULE,
        Severity.SUSPICIOUS,
        walk.places_of(children.key, places.key),
        _("“%(title)s” is %(children)s, and there are %(places)s places. Say why.") % said,
        stable(RULE, children.key, plain(children.value), plain(places.value)),
        said["children"],
        said["places"],
        (children.key, places.key),
    )
