"""The table of occupancy: children and places on 1 January after the period."""

from __future__ import annotations

from globa.facts.tables import places, stays
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, other_centres
from globa.indicators.dimensions import AGE, DWELLING, MUNICIPALITY, SETTING, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Distinct, Part, Ratio, Sum
from globa.indicators.when import OnDay
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

IN_CARE = ("community_home", "on_duty_carer")
in_care = stays.filter(stays.setting.isin(IN_CARE))
counted_places = places.filter(places.setting.isin(IN_CARE))
next_january = OnDay("began_on", "ended_on", month=1, day=1, years=1)

children = Indicator(
    code="occupancy.children",
    title=_("Children in all"),
    means=_("Different children in community homes and with on-duty carers on 1 January of the next year."),
    section="occupancy",
    rows=in_care,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, SEX, AGE, MUNICIPALITY),
)

girls = Indicator(
    code="occupancy.girls",
    title=_("Girls"),
    means=_("Girls in community homes and with on-duty carers on 1 January of the next year."),
    section="occupancy",
    rows=in_care.filter(stays.sex == "female"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, AGE, MUNICIPALITY),
)

boys = Indicator(
    code="occupancy.boys",
    title=_("Boys"),
    means=_("Boys in community homes and with on-duty carers on 1 January of the next year."),
    section="occupancy",
    rows=in_care.filter(stays.sex == "male"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING, AGE, MUNICIPALITY),
)

sex_not_known = Indicator(
    code="occupancy.sex-not-known",
    title=_("Children whose sex is not recorded yet"),
    means=_("Children in community homes and with on-duty carers on 1 January of the next year whose sex nobody has recorded."),
    section="occupancy",
    rows=in_care.filter(stays.sex.isnull() | (stays.sex == "unknown")),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.INTERNAL,
    source=other_centres("checks before signing"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)

children_in_homes = Indicator(
    code="occupancy.children-in-homes",
    title=_("Children in community homes"),
    means=_("Different children in community homes on 1 January of the next year."),
    section="occupancy",
    rows=in_care.filter(stays.setting == "community_home"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

children_with_carers = Indicator(
    code="occupancy.children-with-carers",
    title=_("Children of the foster centre"),
    means=_("Different children with on-duty carers on 1 January of the next year."),
    section="occupancy",
    rows=in_care.filter(stays.setting == "on_duty_carer"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(DWELLING, SEX, AGE, MUNICIPALITY),
)

places_in_all = Indicator(
    code="occupancy.places",
    title=_("Places in all"),
    means=_("Places for children in community homes and in on-duty carers' contracts on 1 January of the next year."),
    section="occupancy",
    rows=counted_places,
    value=Sum("places"),
    unit=Unit.PLACES,
    when=next_january,
    disclosure=Disclosure.OPEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)

homes_open = Indicator(
    code="occupancy.homes-open",
    title=_("Community homes open"),
    means=_("Community homes that had places on 1 January of the next year."),
    section="occupancy",
    rows=counted_places.filter(places.setting == "community_home"),
    value=Distinct("dwelling"),
    unit=Unit.HOMES,
    when=next_january,
    disclosure=Disclosure.OPEN,
    source=alytus("II"),
    since=FOSTER_CENTRES,
)

occupied_share = Indicator(
    code="occupancy.occupied-share",
    title=_("Share of places occupied"),
    means=_("Children for every hundred places in community homes and with on-duty carers on 1 January of the next year."),
    section="occupancy",
    value=Ratio(of=Part(Distinct("child"), in_care), to=Part(Sum("places"), counted_places)),
    unit=Unit.PERCENT,
    when=next_january,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("use of places"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, DWELLING),
)
