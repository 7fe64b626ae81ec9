"""Services given: times, hours and people of the same rows side by side."""

from __future__ import annotations

from globa.facts.tables import attendances, services
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, other_centres, visaginas
from globa.indicators.dimensions import AGE, KIND, MONTH, PAYER_KIND, PROVIDER_ROLE, RECIPIENT_ROLE, SERVICE, SERVICE_SETTING, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Hours, Sum
from globa.indicators.when import During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

received = attendances.filter(attendances.activity == "service")

services_given = Indicator(
    code="foster-centre.services",
    title=_("Services given"),
    means=_("How many times a service was given, however many people it was for."),
    section="foster-centre",
    rows=services,
    value=Count.ROWS,
    unit=Unit.SERVICES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PROVIDER_ROLE, PAYER_KIND, MONTH),
)

service_hours = Indicator(
    code="foster-centre.service-hours",
    title=_("Hours of services"),
    means=_("Hours that the services given took."),
    section="foster-centre",
    rows=services,
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PROVIDER_ROLE, PAYER_KIND, MONTH),
)

people_helped = Indicator(
    code="foster-centre.people-helped",
    title=_("People helped"),
    means=_("Different named people who received a service."),
    section="foster-centre",
    rows=received,
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, PROVIDER_ROLE, SEX, AGE, MONTH),
)

children_helped = Indicator(
    code="foster-centre.children-helped",
    title=_("Children helped"),
    means=_("Different named children who received a service."),
    section="foster-centre",
    rows=received.filter(attendances.recipient_role == "child"),
    value=Distinct("person"),
    unit=Unit.CHILDREN,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.1.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, PROVIDER_ROLE, SEX, AGE, MONTH),
)

families_helped = Indicator(
    code="foster-centre.families-helped",
    title=_("Families helped"),
    means=_("Different families of whom somebody received a service."),
    section="foster-centre",
    rows=received,
    value=Distinct("family"),
    unit=Unit.FAMILIES,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("families beside persons"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, PROVIDER_ROLE, MONTH),
)

service_attendances = Indicator(
    code="foster-centre.service-attendances",
    title=_("Attendances at services"),
    means=_("How many people the services were for, one person counted every time, those nobody named too."),
    section="foster-centre",
    rows=received,
    value=Sum("heads"),
    unit=Unit.ATTENDANCES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("attendances beside persons"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, PROVIDER_ROLE, SEX, AGE, MONTH),
)

home_visits = Indicator(
    code="foster-centre.home-visits",
    title=_("Home visits"),
    means=_("How many times a service was given at the family's home."),
    section="foster-centre",
    rows=services.filter(services.service_setting == "home"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("visits"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, PROVIDER_ROLE, PAYER_KIND, MONTH),
)

workers_who_helped = Indicator(
    code="foster-centre.workers-who-helped",
    title=_("Workers who gave services"),
    means=_("Different workers who answered for a service given in the period."),
    section="foster-centre",
    rows=services,
    value=Distinct("provider"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("load of workers"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, PROVIDER_ROLE, PAYER_KIND, MONTH),
)

coordinator_services = Indicator(
    code="foster-centre.coordinator-services",
    title=_("Services given by foster coordinators"),
    means=_("How many times foster coordinators helped guardians, on-duty carers and the children with them."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "foster_coordinator"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

coordinator_hours = Indicator(
    code="foster-centre.coordinator-hours",
    title=_("Hours of foster coordinators"),
    means=_("Hours that the services of foster coordinators took."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "foster_coordinator"),
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("hours beside times"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

coordinator_people = Indicator(
    code="foster-centre.coordinator-people",
    title=_("People helped by foster coordinators"),
    means=_("Different named people whom foster coordinators helped."),
    section="foster-centre",
    rows=received.filter(attendances.provider_role == "foster_coordinator"),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("persons beside times"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, SEX, AGE, MONTH),
)

psychologist_services = Indicator(
    code="foster-centre.psychologist-consultations",
    title=_("Psychologist consultations"),
    means=_("How many times psychologists consulted guardians, on-duty carers and the children with them."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "psychologist"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

psychologist_hours = Indicator(
    code="foster-centre.psychologist-hours",
    title=_("Hours of psychologists"),
    means=_("Hours that the services of psychologists took."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "psychologist"),
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("hours beside times"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

psychologist_people = Indicator(
    code="foster-centre.psychologist-people",
    title=_("People helped by psychologists"),
    means=_("Different named people whom psychologists helped."),
    section="foster-centre",
    rows=received.filter(attendances.provider_role == "psychologist"),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("persons beside times"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, SEX, AGE, MONTH),
)

attested_services = Indicator(
    code="foster-centre.attested-person-services",
    title=_("Services by attested persons"),
    means=_("How many times attested persons trained, assessed or helped carers and those who want to become carers."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "attested_person"),
    value=Count.ROWS,
    unit=Unit.TIMES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

attested_hours = Indicator(
    code="foster-centre.attested-person-hours",
    title=_("Hours of attested persons"),
    means=_("Hours that the services of attested persons took."),
    section="foster-centre",
    rows=services.filter(services.provider_role == "attested_person"),
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("hours beside times"),
    since=FOSTER_CENTRES,
    dimensions=(SERVICE, SERVICE_SETTING, PAYER_KIND, MONTH),
)

attested_people = Indicator(
    code="foster-centre.attested-person-people",
    title=_("People helped by attested persons"),
    means=_("Different named people whom attested persons helped."),
    section="foster-centre",
    rows=received.filter(attendances.provider_role == "attested_person"),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("persons beside times"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, SEX, AGE, MONTH),
)
