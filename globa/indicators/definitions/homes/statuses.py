"""What was true of the residents: guardianship, school, disability, educational needs."""

from __future__ import annotations

from globa.facts.tables import guardianships, statuses
from globa.indicators.definitions.sources import COMMUNITY_HOMES, alytus
from globa.indicators.dimensions import AGE, DWELLING, LEVEL, MUNICIPALITY, SCHOOL, SEX, STATUS
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Distinct
from globa.indicators.when import AtClosing
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

of_residents = statuses.filter(statuses.setting == "community_home")
in_institutions = guardianships.filter(guardianships.form == "institution")

permanent_guardianship = Indicator(
    code="homes.under-permanent-guardianship",
    title=_("Under permanent guardianship in the institution"),
    means=_("Different children whose permanent guardian was the institution at the end of the period's last day."),
    section="homes",
    rows=in_institutions.filter(guardianships.kind == "permanent"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY),
)

temporary_guardianship = Indicator(
    code="homes.under-temporary-guardianship",
    title=_("Under temporary guardianship in the institution"),
    means=_("Different children whose temporary guardian was the institution at the end of the period's last day."),
    section="homes",
    rows=in_institutions.filter(guardianships.kind == "temporary"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SEX, AGE, MUNICIPALITY),
)

at_school = Indicator(
    code="homes.at-school",
    title=_("Residents at school"),
    means=_("Different residents of the community homes who were at a school on the period's last day."),
    section="homes",
    rows=of_residents.filter(statuses.kind == "school"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(SCHOOL, DWELLING, SEX, AGE),
)

with_disability = Indicator(
    code="homes.with-disability",
    title=_("Residents with a disability"),
    means=_("Different residents of the community homes with a recorded disability on the period's last day."),
    section="homes",
    rows=of_residents.filter(statuses.kind == "disability"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(STATUS, LEVEL, DWELLING, SEX, AGE),
)

moderate_intellectual_disability = Indicator(
    code="homes.moderate-intellectual-disability",
    title=_("Moderate intellectual disability"),
    means=_("Different residents of the community homes with a moderate intellectual disability on the period's last day."),
    section="homes",
    rows=of_residents.filter(statuses.kind == "disability").filter((statuses.value == "intellectual") & (statuses.level == "moderate")),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(DWELLING, SEX, AGE),
)

large_special_needs = Indicator(
    code="homes.large-special-needs",
    title=_("Large special educational needs"),
    means=_("Different residents of the community homes with large special educational needs on the period's last day."),
    section="homes",
    rows=of_residents.filter(statuses.kind == "special_needs").filter(statuses.level == "large"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II"),
    since=COMMUNITY_HOMES,
    dimensions=(STATUS, DWELLING, SEX, AGE),
)
