"""What projects brought about."""

from __future__ import annotations

from globa.facts.tables import away_times, guardianships, services
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, druskininkai
from globa.indicators.dimensions import AGE, MONTH, MUNICIPALITY, PAYER_KIND, PROVIDER_ROLE, SERVICE, SERVICE_SETTING, SETTING, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Days, Distinct
from globa.indicators.when import AtAnyTime, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

hosting_abroad = away_times.filter((away_times.kind == "hosting") & away_times.abroad)
to_hosts_abroad = guardianships.filter((guardianships.kind == "permanent") & guardianships.abroad & guardianships.after_hosting)

guardianship_after_hosting = Indicator(
    code="projects.guardianship-after-hosting",
    title=_("Permanent guardianship after hosting abroad"),
    means=_("Different children for whom permanent guardianship by a family abroad began in the period, after they had visited it."),
    section="projects",
    rows=to_hosts_abroad,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=During("began_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("part on projects"),
    since=FOSTER_CENTRES,
    dimensions=(SEX, AGE, MUNICIPALITY, MONTH),
)

children_hosted_abroad = Indicator(
    code="projects.children-hosted-abroad",
    title=_("Children hosted abroad"),
    means=_("Different children who were guests of a family abroad on at least one day of the period."),
    section="projects",
    rows=hosting_abroad,
    value=Distinct("child"),
    unit=Unit.CHILDREN,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=alytus("part on projects"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, SEX, AGE),
)

days_hosted_abroad = Indicator(
    code="projects.days-hosted-abroad",
    title=_("Days hosted abroad"),
    means=_("Days within the period that children were guests of families abroad."),
    section="projects",
    rows=hosting_abroad,
    value=Days("began_on", "ended_on"),
    unit=Unit.DAYS,
    when=AtAnyTime("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on projects"),
    since=FOSTER_CENTRES,
    dimensions=(SETTING, SEX),
)

project_services = Indicator(
    code="projects.project-services",
    title=_("Services paid by projects"),
    means=_("How many times a service was given that a project pays."),
    section="projects",
    rows=services.filter(services.payer_kind.isin(("eu_project", "other_project"))),
    value=Count.ROWS,
    unit=Unit.SERVICES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=druskininkai("project target"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PROVIDER_ROLE, PAYER_KIND, MONTH),
)
