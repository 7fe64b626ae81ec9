"""Who came to the community homes, and who left them."""

from __future__ import annotations

from globa.facts.tables import residences, stays
from globa.indicators.definitions.sources import COMMUNITY_HOMES, alytus, other_centres
from globa.indicators.dimensions import AGE, DESTINATION, DWELLING, MONTH, MUNICIPALITY, ORIGIN, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct
from globa.indicators.when import During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

of_homes = residences.filter(residences.setting == "community_home")

arrivals = Indicator(
    code="homes.arrivals",
    title=_("Arrivals in community homes"),
    means=_("How many times somebody came to live in the community homes; a move between them is not an arrival."),
    section="homes",
    rows=of_homes,
    value=Count.ROWS,
    unit=Unit.STAYS,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(ORIGIN, SEX, AGE, MUNICIPALITY, MONTH),
)

came_from_permanent_guardians = Indicator(
    code="homes.came-from-permanent-guardians",
    title=_("Arrived from permanent guardians"),
    means=_("Different children who came to the community homes from permanent guardians."),
    section="homes",
    rows=of_homes.filter(residences.origin == "permanent_guardians"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

came_from_parents = Indicator(
    code="homes.came-from-parents",
    title=_("Arrived from parents"),
    means=_("Different children who came to the community homes from their parents."),
    section="homes",
    rows=of_homes.filter(residences.origin == "parents"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

came_from_temporary_guardians = Indicator(
    code="homes.came-from-temporary-guardians",
    title=_("Arrived from temporary guardians"),
    means=_("Different children who came to the community homes from temporary guardians."),
    section="homes",
    rows=of_homes.filter(residences.origin == "temporary_guardians"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

departures = Indicator(
    code="homes.departures",
    title=_("Departures from community homes"),
    means=_("How many times somebody left the community homes; a move between them is not a departure."),
    section="homes",
    rows=of_homes,
    value=Count.ROWS,
    unit=Unit.STAYS,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DESTINATION, SEX, AGE, MUNICIPALITY, MONTH),
)

returned_to_parents = Indicator(
    code="homes.returned-to-parents",
    title=_("Returned to parents"),
    means=_("Different people who went back to their parents from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "parents"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

came_of_age = Indicator(
    code="homes.came-of-age",
    title=_("Left on coming of age"),
    means=_("Different people who left because they had come of age from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "came_of_age"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

left_to_other_institution = Indicator(
    code="homes.left-to-other-institution",
    title=_("Left to another care institution"),
    means=_("Different people who went to another care institution from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "other_institution"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

left_to_guardians_abroad = Indicator(
    code="homes.left-to-guardians-abroad",
    title=_("Left to permanent guardianship abroad"),
    means=_("Different people who went to permanent guardians outside Lithuania from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "permanent_guardianship_abroad"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

left_to_guardians_in_lithuania = Indicator(
    code="homes.left-to-guardians-in-lithuania",
    title=_("Left to permanent guardianship in Lithuania"),
    means=_("Different people who went to permanent guardians in Lithuania from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "permanent_guardianship_domestic"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

adopted = Indicator(
    code="homes.adopted",
    title=_("Adopted from community homes"),
    means=_("Different people who were adopted from the community homes."),
    section="homes",
    rows=of_homes.filter(residences.destination == "adopted"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("transitions"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

moves = Indicator(
    code="homes.moves",
    title=_("Moves between homes"),
    means=_("How many times a child moved to a community home from another place of the same institution."),
    section="homes",
    rows=stays.filter(stays.setting == "community_home").filter(stays.origin == "same_institution"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("placement moves"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MONTH),
)
