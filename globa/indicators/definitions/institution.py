"""The institution itself: its units, its licence."""

from __future__ import annotations

from globa.facts.tables import licences, units
from globa.indicators.definitions.sources import INSTITUTIONS, alytus
from globa.indicators.dimensions import ADDRESS, KIND
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Sum
from globa.indicators.when import AtClosing
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

units_at_closing = Indicator(
    code="institution.units",
    title=_("Units"),
    means=_("How many units (a foster centre, community homes) the institution had at the end of the period."),
    section="institution",
    rows=units,
    value=Distinct("unit"),
    unit=Unit.UNITS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("I"),
    since=INSTITUTIONS,
    dimensions=(KIND,),
)

licensed_addresses = Indicator(
    code="institution.licensed-addresses",
    title=_("Licensed addresses"),
    means=_("At how many addresses the licence allowed care at the end of the period."),
    section="institution",
    rows=licences.filter(licences.kind == "licence"),
    value=Distinct("address"),
    unit=Unit.ADDRESSES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("I"),
    since=INSTITUTIONS,
    dimensions=(ADDRESS,),
)

licensed_places = Indicator(
    code="institution.licensed-places",
    title=_("Licensed places"),
    means=_("How many places the licence allowed at all its addresses at the end of the period."),
    section="institution",
    rows=licences.filter(licences.kind == "licence"),
    value=Sum("places"),
    unit=Unit.PLACES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("I"),
    since=INSTITUTIONS,
    dimensions=(ADDRESS,),
)

accreditations = Indicator(
    code="institution.accreditations",
    title=_("Accreditations"),
    means=_("How many accreditations of services were in force at the end of the period."),
    section="institution",
    rows=licences.filter(licences.kind == "accreditation"),
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("I"),
    since=INSTITUTIONS,
)
