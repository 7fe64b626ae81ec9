"""Guardian families and the children under guardianship."""

from __future__ import annotations

from globa.facts.tables import guardianships
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, other_centres
from globa.indicators.dimensions import AGE, ENDED_BY, FORM, KIND, MONTH, MUNICIPALITY, RELATION, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Part, Ratio
from globa.indicators.when import AtAnyTime, AtClosing, AtOpening, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

in_families = guardianships.filter((guardianships.form == "family") & ~guardianships.abroad)
in_force = AtClosing("began_on", "ended_on")

guardian_families = Indicator(
    code="foster-centre.guardian-families",
    title=_("Guardian families supervised and consulted"),
    means=_("Different guardian families in Lithuania in which a guardianship was in force on at least one day of the period."),
    section="foster-centre",
    rows=in_families,
    value=Distinct("guardian_family"),
    unit=Unit.FAMILIES,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RELATION),
)

wards_in_families = Indicator(
    code="foster-centre.wards-in-families",
    title=_("Children in guardian families"),
    means=_("Different children who were under the guardianship of a family in Lithuania on at least one day of the period."),
    section="foster-centre",
    rows=in_families,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RELATION, SEX, AGE, MUNICIPALITY),
)

guardian_families_at_closing = Indicator(
    code="foster-centre.guardian-families-at-closing",
    title=_("Guardian families at the end"),
    means=_("Different guardian families in Lithuania in which a guardianship was in force on the period's last day."),
    section="foster-centre",
    rows=in_families,
    value=Distinct("guardian_family"),
    unit=Unit.FAMILIES,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("families at the end"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RELATION),
)

wards_in_families_at_closing = Indicator(
    code="foster-centre.wards-in-families-at-closing",
    title=_("Children in guardian families at the end"),
    means=_("Different children under the guardianship of a family in Lithuania on the period's last day."),
    section="foster-centre",
    rows=in_families,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("families at the end"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RELATION, SEX, AGE, MUNICIPALITY),
)

wards_of_foster_centre = Indicator(
    code="foster-centre.wards-of-foster-centre",
    title=_("Children under the guardianship of the foster centre"),
    means=_("Different children whose guardian was the foster centre itself on the period's last day."),
    section="foster-centre",
    rows=guardianships.filter(guardianships.form == "foster_centre"),
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("forms of guardianship"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, SEX, AGE, MUNICIPALITY),
)

guardianships_at_opening = Indicator(
    code="foster-centre.guardianships-at-opening",
    title=_("Guardianships in force at the start"),
    means=_("Guardianships of every form in force at the end of the day before the period."),
    section="foster-centre",
    rows=guardianships,
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("set during the period and at the end"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, FORM, RELATION, SEX, AGE, MUNICIPALITY),
)

guardianships_begun = Indicator(
    code="foster-centre.guardianships-begun",
    title=_("New guardianships"),
    means=_("Guardianships of every form that began in the period."),
    section="foster-centre",
    rows=guardianships,
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("set during the period and at the end"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, FORM, RELATION, SEX, AGE, MUNICIPALITY, MONTH),
)

guardianships_ended = Indicator(
    code="foster-centre.guardianships-ended",
    title=_("Guardianships ended"),
    means=_("Guardianships of every form that ended in the period."),
    section="foster-centre",
    rows=guardianships,
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=During("ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("set during the period and at the end"),
    since=FOSTER_CENTRES,
    dimensions=(ENDED_BY, KIND, FORM, SEX, AGE, MUNICIPALITY, MONTH),
)

guardianships_at_closing = Indicator(
    code="foster-centre.guardianships-at-closing",
    title=_("Guardianships in force at the end"),
    means=_("Guardianships of every form in force on the period's last day."),
    section="foster-centre",
    rows=guardianships,
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("set during the period and at the end"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, FORM, RELATION, SEX, AGE, MUNICIPALITY),
)

temporary_guardianships = Indicator(
    code="foster-centre.temporary-guardianships",
    title=_("Temporary guardianships at the end"),
    means=_("Temporary guardianships of every form in force on the period's last day."),
    section="foster-centre",
    rows=guardianships.filter(guardianships.kind == "temporary"),
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("temporary total"),
    since=FOSTER_CENTRES,
    dimensions=(FORM, RELATION, SEX, AGE, MUNICIPALITY),
)

permanent_guardianships = Indicator(
    code="foster-centre.permanent-guardianships",
    title=_("Permanent guardianships at the end"),
    means=_("Permanent guardianships of every form in force on the period's last day."),
    section="foster-centre",
    rows=guardianships.filter(guardianships.kind == "permanent"),
    value=Count.ROWS,
    unit=Unit.GUARDIANSHIPS,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("permanent total"),
    since=FOSTER_CENTRES,
    dimensions=(FORM, RELATION, SEX, AGE, MUNICIPALITY),
)

kin_share = Indicator(
    code="foster-centre.kin-share",
    title=_("Share of children with relatives"),
    means=_("Of the children in guardian families on the period's last day, those whose guardian is a relative."),
    section="foster-centre",
    value=Ratio(
        of=Part(Distinct("child"), in_families.filter(guardianships.relation.isin(("close_relative", "kin")))),
        to=Part(Distinct("child"), in_families),
    ),
    unit=Unit.PERCENT,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("kin share of guardianships"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, SEX, AGE, MUNICIPALITY),
)

family_share = Indicator(
    code="foster-centre.family-share",
    title=_("Share of children in families"),
    means=_("Of all children under guardianship on the period's last day, those in a family or a family home."),
    section="foster-centre",
    value=Ratio(
        of=Part(Distinct("child"), guardianships.filter(guardianships.form.isin(("family", "family_home")))),
        to=Part(Distinct("child"), guardianships),
    ),
    unit=Unit.PERCENT,
    when=in_force,
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("share in family-like care"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, SEX, AGE, MUNICIPALITY),
)
