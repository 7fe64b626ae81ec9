"""Who lives in the community homes."""

from __future__ import annotations

from globa.facts.tables import away_times, stays
from globa.indicators.definitions.sources import COMMUNITY_HOMES, alytus, other_centres
from globa.indicators.dimensions import AGE, DWELLING, KIND, MONTH, MUNICIPALITY, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Days, Distinct, Oldest, Youngest
from globa.indicators.when import AtAnyTime, AtClosing, AtOpening, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

lived_here = stays.filter(stays.setting == "community_home")

children_at_opening = Indicator(
    code="homes.children-at-opening",
    title=_("Children in community homes at the start"),
    means=_("Different people who lived in the community homes at the end of the day before the period."),
    section="homes",
    rows=lived_here,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

children_at_closing = Indicator(
    code="homes.children-at-closing",
    title=_("Residents of community homes at the end"),
    means=_("Different people, of any age, who lived in the community homes at the end of the period's last day."),
    section="homes",
    rows=lived_here,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

children_served = Indicator(
    code="homes.children-served",
    title=_("Children who lived in community homes"),
    means=_("Different people who lived in the community homes on at least one day of the period."),
    section="homes",
    rows=lived_here,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

youngest = Indicator(
    code="homes.youngest",
    title=_("Age of the youngest resident"),
    means=_("Full years of the youngest person who lived in the community homes on the period's last day."),
    section="homes",
    rows=lived_here,
    value=Youngest(),
    unit=Unit.YEARS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX),
)

oldest = Indicator(
    code="homes.oldest",
    title=_("Age of the oldest resident"),
    means=_("Full years of the oldest person who lived in the community homes on the period's last day."),
    section="homes",
    rows=lived_here,
    value=Oldest(),
    unit=Unit.YEARS,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX),
)

girls = Indicator(
    code="homes.girls",
    title=_("Girls in community homes"),
    means=_("Girls and young women who lived in the community homes at the end of the period's last day."),
    section="homes",
    rows=lived_here.filter(stays.sex == "female"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, AGE, MUNICIPALITY),
)

boys = Indicator(
    code="homes.boys",
    title=_("Boys in community homes"),
    means=_("Boys and young men who lived in the community homes at the end of the period's last day."),
    section="homes",
    rows=lived_here.filter(stays.sex == "male"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, AGE, MUNICIPALITY),
)

sex_not_known = Indicator(
    code="homes.sex-not-known",
    title=_("Residents whose sex is not recorded yet"),
    means=_("People who lived in the community homes at the end of the period's last day and whose sex nobody has recorded."),
    section="homes",
    rows=lived_here.filter(stays.sex.isnull() | (stays.sex == "unknown")),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.INTERNAL,
    source=other_centres("checks before signing"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, AGE, MUNICIPALITY),
)

homes_lived_in = Indicator(
    code="homes.homes-lived-in",
    title=_("Community homes with residents"),
    means=_("In how many community homes somebody lived at the end of the period's last day."),
    section="homes",
    rows=lived_here,
    value=Distinct("dwelling"),
    unit=Unit.HOMES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
)

days_of_care = Indicator(
    code="homes.days-of-care",
    title=_("Days of care in community homes"),
    means=_("Days that children lived in the community homes within the period; the day of leaving is not one of them."),
    section="homes",
    rows=lived_here,
    value=Days("began_on", "ended_on"),
    unit=Unit.DAYS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("days of care"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

emergency_placements = Indicator(
    code="homes.emergency-placements",
    title=_("Emergency placements in community homes"),
    means=_("How many times a bed above the counted ones was made for a child in a community home."),
    section="homes",
    rows=lived_here.filter(stays.emergency),
    value=Count.ROWS,
    unit=Unit.STAYS,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("emergency placements"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE, MONTH),
)

on_emergency_beds = Indicator(
    code="homes.children-on-emergency-beds",
    title=_("Children on emergency beds at the end"),
    means=_("Different children who lived in a community home on a bed above the counted ones at the end of the period's last day."),
    section="homes",
    rows=lived_here.filter(stays.emergency),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("emergency placements"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE),
)

days_away = Indicator(
    code="homes.days-away",
    title=_("Days away from community homes"),
    means=_("Days within the period on which children were away while their place in the home stayed their own."),
    section="homes",
    rows=away_times.filter(away_times.setting == "community_home"),
    value=Days("began_on", "ended_on"),
    unit=Unit.DAYS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("days away"),
    since=COMMUNITY_HOMES,
    dimensions=(KIND, DWELLING, SEX),
)

times_away = Indicator(
    code="homes.times-away",
    title=_("Times away from community homes"),
    means=_("How many times a child went away while the place in the home stayed the child's own."),
    section="homes",
    rows=away_times.filter(away_times.setting == "community_home"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("began_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("days away"),
    since=COMMUNITY_HOMES,
    dimensions=(KIND, DWELLING, SEX, MONTH),
)
