"""What the institution keeps."""

from __future__ import annotations

from globa.facts.tables import assets
from globa.indicators.definitions.sources import INSTITUTIONS, alytus
from globa.indicators.dimensions import KIND
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Sum
from globa.indicators.when import AtClosing
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

vehicles_kept = assets.filter(assets.kind.isin(("car", "minibus")))

vehicles = Indicator(
    code="premises.vehicles",
    title=_("Vehicles"),
    means=_("Cars and minibuses that the institution kept on the period's last day."),
    section="premises",
    rows=vehicles_kept,
    value=Count.ROWS,
    unit=Unit.VEHICLES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on premises"),
    since=INSTITUTIONS,
    dimensions=(KIND,),
)

seats = Indicator(
    code="premises.vehicle-seats",
    title=_("Seats in vehicles"),
    means=_("Seats in the cars and minibuses that the institution kept on the period's last day."),
    section="premises",
    rows=vehicles_kept,
    value=Sum("seats"),
    unit=Unit.SEATS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on premises"),
    since=INSTITUTIONS,
    dimensions=(KIND,),
)
