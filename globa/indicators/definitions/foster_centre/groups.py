"""Groups, courses and outreach."""

from __future__ import annotations

from globa.facts.tables import attendances, events
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, other_centres, visaginas
from globa.indicators.dimensions import AGE, CAMPAIGN, KIND, MONTH, RECIPIENT_ROLE, SEX
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Hours, Sum
from globa.indicators.when import During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

GIMK = ("gimk_basic", "gimk_specialised", "gimk_close_relatives", "gimk_continuing")
at_events = attendances.filter(attendances.activity == "event")

self_help_meetings = Indicator(
    code="foster-centre.self-help-meetings",
    title=_("Self-help group meetings"),
    means=_("How many times self-help groups met; one group meets many times."),
    section="foster-centre",
    rows=events.filter(events.kind == "self_help_group"),
    value=Count.ROWS,
    unit=Unit.MEETINGS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(CAMPAIGN, MONTH),
)

self_help_attendances = Indicator(
    code="foster-centre.self-help-attendances",
    title=_("Attendances at self-help groups"),
    means=_("How many people came to self-help groups, one person counted every time, those nobody named too."),
    section="foster-centre",
    rows=at_events.filter(attendances.kind == "self_help_group"),
    value=Sum("heads"),
    unit=Unit.ATTENDANCES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("sessions and participants"),
    since=FOSTER_CENTRES,
    dimensions=(RECIPIENT_ROLE, SEX, AGE, MONTH),
)

self_help_people = Indicator(
    code="foster-centre.self-help-people",
    title=_("People in self-help groups"),
    means=_("Different named people who came to a self-help group."),
    section="foster-centre",
    rows=at_events.filter(attendances.kind == "self_help_group"),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("sessions and participants"),
    since=FOSTER_CENTRES,
    dimensions=(RECIPIENT_ROLE, SEX, AGE, MONTH),
)

gimk_basic_groups = Indicator(
    code="foster-centre.gimk-basic-groups",
    title=_("GIMK basic training groups"),
    means=_("Different groups of the basic GIMK programme that met in the period."),
    section="foster-centre",
    rows=events.filter(events.kind == "gimk_basic"),
    value=Distinct("course"),
    unit=Unit.GROUPS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(MONTH,),
)

gimk_groups = Indicator(
    code="foster-centre.gimk-groups",
    title=_("GIMK training groups"),
    means=_("Different groups of all GIMK programmes that met in the period."),
    section="foster-centre",
    rows=events.filter(events.kind.isin(GIMK)),
    value=Distinct("course"),
    unit=Unit.GROUPS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("1.1.1"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, MONTH),
)

gimk_people = Indicator(
    code="foster-centre.gimk-people",
    title=_("People in GIMK training"),
    means=_("Different named people who came to a GIMK training."),
    section="foster-centre",
    rows=at_events.filter(attendances.kind.isin(GIMK)),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=visaginas("1.1.1"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, SEX, AGE, MONTH),
)

gimk_families = Indicator(
    code="foster-centre.gimk-families",
    title=_("Families in GIMK training"),
    means=_("Different families of whom somebody came to a GIMK training."),
    section="foster-centre",
    rows=at_events.filter(attendances.kind.isin(GIMK)),
    value=Distinct("family"),
    unit=Unit.FAMILIES,
    when=During("happened_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("programmes by persons and families"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, RECIPIENT_ROLE, MONTH),
)

foster_week_events = Indicator(
    code="foster-centre.foster-week-events",
    title=_("Foster week events"),
    means=_("How many events belonged to the foster week."),
    section="foster-centre",
    rows=events.filter(events.campaign == "foster_week"),
    value=Count.ROWS,
    unit=Unit.EVENTS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, MONTH),
)

outreach_events = Indicator(
    code="foster-centre.outreach-events",
    title=_("Outreach events"),
    means=_("How many times foster care was made known to the public."),
    section="foster-centre",
    rows=events.filter(events.kind == "outreach"),
    value=Count.ROWS,
    unit=Unit.EVENTS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("1.1.1"),
    since=FOSTER_CENTRES,
    dimensions=(CAMPAIGN, MONTH),
)

outreach_attendances = Indicator(
    code="foster-centre.outreach-attendances",
    title=_("Attendances at outreach events"),
    means=_("How many people came to events that made foster care known, those nobody named too."),
    section="foster-centre",
    rows=events.filter(events.kind == "outreach"),
    value=Sum("heads"),
    unit=Unit.ATTENDANCES,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("participants of events"),
    since=FOSTER_CENTRES,
    dimensions=(CAMPAIGN, MONTH),
)

events_in_all = Indicator(
    code="foster-centre.events",
    title=_("Events"),
    means=_("Meetings of groups, staff meetings, trainings and outreach of every kind."),
    section="foster-centre",
    rows=events,
    value=Count.ROWS,
    unit=Unit.EVENTS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("events by kind"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, CAMPAIGN, MONTH),
)

event_hours = Indicator(
    code="foster-centre.event-hours",
    title=_("Hours of events"),
    means=_("Hours that events of every kind took."),
    section="foster-centre",
    rows=events,
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("events by kind"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, CAMPAIGN, MONTH),
)
