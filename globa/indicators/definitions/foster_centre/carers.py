"""On-duty carers, their contracts and the children with them."""

from __future__ import annotations

from globa.facts.tables import away_times, contracts, residences, stays
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, druskininkai, other_centres, visaginas
from globa.indicators.dimensions import AGE, DESTINATION, DWELLING, KIND, MONTH, MUNICIPALITY, ORIGIN, SETTING, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Days, Distinct, Maximum, Minimum, Part, Ratio, Sum
from globa.indicators.when import AtAnyTime, AtClosing, AtOpening, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

with_on_duty_carers = stays.filter(stays.setting == "on_duty_carer")
came_and_left = residences.filter(residences.setting == "on_duty_carer")
on_duty = contracts.filter(contracts.kind == "on_duty_carer")
respite = away_times.filter(away_times.kind == "respite")

on_duty_carers = Indicator(
    code="foster-centre.on-duty-carers",
    title=_("On-duty carers who gave service"),
    means=_("Different on-duty carers with a contract in force on at least one day of the period."),
    section="foster-centre",
    rows=on_duty,
    value=Distinct("carer"),
    unit=Unit.CARERS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
)

new_on_duty_carers = Indicator(
    code="foster-centre.new-on-duty-carers",
    title=_("New on-duty carers under contract"),
    means=_("Different on-duty carers whose contract began in the period."),
    section="foster-centre",
    rows=on_duty,
    value=Distinct("carer"),
    unit=Unit.CARERS,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
)

carers_for_teenagers = Indicator(
    code="foster-centre.carers-for-teenagers",
    title=_("On-duty carers for children over twelve"),
    means=_("Different on-duty carers whose contract of the period's last day allows a child older than twelve."),
    section="foster-centre",
    rows=on_duty.filter(contracts.age_to > 12),
    value=Distinct("carer"),
    unit=Unit.CARERS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("plan for 2023"),
    since=FOSTER_CENTRES,
)

contracts_at_opening = Indicator(
    code="foster-centre.contracts-at-opening",
    title=_("Contracts in force at the start"),
    means=_("Contracts with carers of every kind in force at the end of the day before the period."),
    section="foster-centre",
    rows=contracts,
    value=Count.ROWS,
    unit=Unit.CONTRACTS,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("carers with a contract"),
    since=FOSTER_CENTRES,
    dimensions=(KIND,),
)

contracts_begun = Indicator(
    code="foster-centre.contracts-begun",
    title=_("Contracts begun"),
    means=_("Contracts with carers of every kind that began in the period."),
    section="foster-centre",
    rows=contracts,
    value=Count.ROWS,
    unit=Unit.CONTRACTS,
    when=During("began_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, MONTH),
)

contracts_ended = Indicator(
    code="foster-centre.contracts-ended",
    title=_("Contracts ended"),
    means=_("Contracts with carers of every kind that ended in the period."),
    section="foster-centre",
    rows=contracts,
    value=Count.ROWS,
    unit=Unit.CONTRACTS,
    when=During("ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("carers who left"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, MONTH),
)

contracts_at_closing = Indicator(
    code="foster-centre.contracts-at-closing",
    title=_("Contracts in force at the end"),
    means=_("Contracts with carers of every kind in force on the period's last day."),
    section="foster-centre",
    rows=contracts,
    value=Count.ROWS,
    unit=Unit.CONTRACTS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("carers with a contract"),
    since=FOSTER_CENTRES,
    dimensions=(KIND,),
)

contract_places = Indicator(
    code="foster-centre.contract-places",
    title=_("Places in contracts"),
    means=_("For how many children at once the contracts in force on the period's last day are."),
    section="foster-centre",
    rows=contracts,
    value=Sum("places"),
    unit=Unit.PLACES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("children who can be taken at any hour"),
    since=FOSTER_CENTRES,
    dimensions=(KIND,),
)

youngest_agreed = Indicator(
    code="foster-centre.youngest-agreed",
    title=_("Youngest age in contracts"),
    means=_("The youngest age of a child, in years, that a contract in force on the period's last day allows."),
    section="foster-centre",
    rows=contracts,
    value=Minimum("age_from"),
    unit=Unit.YEARS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("children who can be taken at any hour"),
    since=FOSTER_CENTRES,
    dimensions=(KIND,),
)

oldest_agreed = Indicator(
    code="foster-centre.oldest-agreed",
    title=_("Oldest age in contracts"),
    means=_("The oldest age of a child, in years, that a contract in force on the period's last day allows."),
    section="foster-centre",
    rows=contracts,
    value=Maximum("age_to"),
    unit=Unit.YEARS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("children who can be taken at any hour"),
    since=FOSTER_CENTRES,
    dimensions=(KIND,),
)

children_with_on_duty_carers = Indicator(
    code="foster-centre.children-with-on-duty-carers",
    title=_("Children looked after by on-duty carers"),
    means=_("Different children who lived with an on-duty carer on at least one day of the period."),
    section="foster-centre",
    rows=with_on_duty_carers,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

with_on_duty_carers_at_opening = Indicator(
    code="foster-centre.children-with-on-duty-carers-at-opening",
    title=_("Children with on-duty carers at the start"),
    means=_("Different children who lived with an on-duty carer at the end of the day before the period."),
    section="foster-centre",
    rows=with_on_duty_carers,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.3.3"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

with_on_duty_carers_at_closing = Indicator(
    code="foster-centre.children-with-on-duty-carers-at-closing",
    title=_("Children with on-duty carers at the end"),
    means=_("Different children who lived with an on-duty carer at the end of the period's last day."),
    section="foster-centre",
    rows=with_on_duty_carers,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.3.3"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

on_duty_arrivals = Indicator(
    code="foster-centre.on-duty-arrivals",
    title=_("Arrivals at on-duty carers"),
    means=_("How many times a child came to live with an on-duty carer; a move from one to another is not an arrival."),
    section="foster-centre",
    rows=came_and_left,
    value=Count.ROWS,
    unit=Unit.STAYS,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("placements"),
    since=FOSTER_CENTRES,
    dimensions=(ORIGIN, SEX, AGE, MUNICIPALITY, MONTH),
)

on_duty_departures = Indicator(
    code="foster-centre.on-duty-departures",
    title=_("Departures from on-duty carers"),
    means=_("How many times a child left on-duty carers; a move from one to another is not a departure."),
    section="foster-centre",
    rows=came_and_left,
    value=Count.ROWS,
    unit=Unit.STAYS,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("transitions"),
    since=FOSTER_CENTRES,
    dimensions=(DESTINATION, SEX, AGE, MUNICIPALITY, MONTH),
)

on_duty_days = Indicator(
    code="foster-centre.on-duty-days",
    title=_("Days of care with on-duty carers"),
    means=_("Days that children lived with on-duty carers within the period; the day of leaving is not one of them."),
    section="foster-centre",
    rows=with_on_duty_carers,
    value=Days("began_on", "ended_on"),
    unit=Unit.DAYS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("carer-days occupied"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

on_duty_occupied_share = Indicator(
    code="foster-centre.on-duty-occupied-share",
    title=_("Share of contract places occupied"),
    means=_("Children with on-duty carers for every hundred places of their contracts on the period's last day."),
    section="foster-centre",
    value=Ratio(of=Part(Distinct("child"), with_on_duty_carers), to=Part(Sum("places"), on_duty)),
    unit=Unit.PERCENT,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("places and use"),
    since=FOSTER_CENTRES,
)

respite_times = Indicator(
    code="foster-centre.respite-times",
    title=_("Times of respite"),
    means=_("How many times a child stayed elsewhere so that the carer could rest."),
    section="foster-centre",
    rows=respite,
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, SEX, AGE, MONTH),
)

respite_children = Indicator(
    code="foster-centre.respite-children",
    title=_("Children in respite care"),
    means=_("Different children who stayed elsewhere on at least one day of the period so that the carer could rest."),
    section="foster-centre",
    rows=respite,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, SEX, AGE),
)

respite_days = Indicator(
    code="foster-centre.respite-days",
    title=_("Days of respite"),
    means=_("Days within the period that children stayed elsewhere so that the carer could rest."),
    section="foster-centre",
    rows=respite,
    value=Days("began_on", "ended_on"),
    unit=Unit.DAYS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("respite days used"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, SEX),
)
