"""The table of occupancy at the end of the period's last day: of whatever day somebody asks for."""

from __future__ import annotations

from globa.facts.tables import places, stays
from globa.indicators.definitions.occupancy import counted_places, in_care
from globa.indicators.definitions.sources import FOSTER_CENTRES, other_centres
from globa.indicators.dimensions import AGE, DWELLING, MUNICIPALITY, SETTING, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Distinct, Part, Ratio, Sum
from globa.indicators.when import AtClosing
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

at_closing = AtClosing("began_on", "ended_on")
on_a_date = other_centres("occupancy on a date")

children = Indicator(
    code="occupancy.children-at-closing",
    title=_("Children in care at the end"),
    means=_("Different children in community homes and with on-duty carers at the end of the period's last day."),
    section="occupancy",
    rows=in_care,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=at_closing,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, SEX, AGE, MUNICIPALITY),
)

girls = Indicator(
    code="occupancy.girls-at-closing",
    title=_("Girls in care at the end"),
    means=_("Girls in community homes and with on-duty carers at the end of the period's last day."),
    section="occupancy",
    rows=in_care.filter(stays.sex == "female"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=at_closing,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, AGE, MUNICIPALITY),
)

boys = Indicator(
    code="occupancy.boys-at-closing",
    title=_("Boys in care at the end"),
    means=_("Boys in community homes and with on-duty carers at the end of the period's last day."),
    section="occupancy",
    rows=in_care.filter(stays.sex == "male"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=at_closing,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, AGE, MUNICIPALITY),
)

sex_not_known = Indicator(
    code="occupancy.sex-not-known-at-closing",
    title=_("Children in care at the end whose sex is not recorded yet"),
    means=_("Children in community homes and with on-duty carers at the end of the period's last day whose sex nobody has recorded."),
    section="occupancy",
    rows=in_care.filter(stays.sex.isnull() | (stays.sex == "unknown")),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=at_closing,
    disclosure=Disclosure.INTERNAL,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)

places_in_all = Indicator(
    code="occupancy.places-at-closing",
    title=_("Places for children at the end"),
    means=_("Places for children in community homes and in on-duty carers' contracts at the end of the period's last day."),
    section="occupancy",
    rows=counted_places,
    value=Sum("places"),
    unit=Unit.PLACES,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)

homes_open = Indicator(
    code="occupancy.homes-open-at-closing",
    title=_("Community homes open at the end"),
    means=_("Community homes that had places at the end of the period's last day."),
    section="occupancy",
    rows=counted_places.filter(places.setting == "community_home"),
    value=Distinct("dwelling"),
    unit=Unit.HOMES,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
)

occupied_share = Indicator(
    code="occupancy.occupied-share-at-closing",
    title=_("Share of places occupied at the end"),
    means=_("Children for every hundred places in community homes and with on-duty carers at the end of the period's last day."),
    section="occupancy",
    value=Ratio(of=Part(Distinct("child"), in_care), to=Part(Sum("places"), counted_places)),
    unit=Unit.PERCENT,
    when=at_closing,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=on_a_date,
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)
