"""Training, attestation and meetings of the staff."""

from __future__ import annotations

from globa.facts.tables import attendances, events, papers, posts, trainings
from globa.indicators.definitions.sources import INSTITUTIONS, alytus, other_centres
from globa.indicators.dimensions import MONTH, POST, POST_GROUP
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Hours, Part, Ratio
from globa.indicators.when import All, AtClosing, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

in_social_work = trainings.filter(trainings.group == "social_work")
at_trainings = attendances.filter((attendances.activity == "event") & (attendances.kind == "staff_training"))

share_trained = Indicator(
    code="staff.share-trained",
    title=_("Share of social-work staff trained"),
    means=_("Of the people in social-work posts on the period's last day, those who were at a training in the period."),
    section="staff",
    value=Ratio(
        of=Part(Distinct("worker"), in_social_work, All(During("happened_on"), AtClosing("began_on", "ended_on"))),
        to=Part(Distinct("worker"), posts.filter(posts.group == "social_work"), AtClosing("began_on", "ended_on")),
    ),
    unit=Unit.PERCENT,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST,),
)

workers_trained = Indicator(
    code="staff.workers-trained",
    title=_("Workers trained"),
    means=_("Different workers who were at a training in the period."),
    section="staff",
    rows=trainings,
    value=Distinct("worker"),
    unit=Unit.PERSONS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("trainings"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, MONTH),
)

training_hours = Indicator(
    code="staff.training-hours",
    title=_("Hours of training"),
    means=_("Hours that workers spent at trainings, each worker's counted."),
    section="staff",
    rows=at_trainings.filter(attendances.recipient_role == "worker"),
    value=Hours(),
    unit=Unit.HOURS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("trainings"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)

newly_attested = Indicator(
    code="staff.newly-attested",
    title=_("Staff who gained attestation"),
    means=_("Different workers who were attested in the period."),
    section="staff",
    rows=papers.filter((papers.kind == "attestation") & (papers.about == "worker")),
    value=Distinct("person"),
    unit=Unit.PERSONS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)

council_sittings = Indicator(
    code="staff.council-sittings",
    title=_("Sittings of the social workers' council"),
    means=_("How many times the social workers' council sat."),
    section="staff",
    rows=events.filter(events.kind == "staff_council"),
    value=Count.ROWS,
    unit=Unit.MEETINGS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)

staff_meetings = Indicator(
    code="staff.staff-meetings",
    title=_("Staff meetings"),
    means=_("How many times the staff met."),
    section="staff",
    rows=events.filter(events.kind == "staff_meeting"),
    value=Count.ROWS,
    unit=Unit.MEETINGS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)

methodical_group = Indicator(
    code="staff.methodical-group",
    title=_("Methodical group sessions"),
    means=_("How many times the methodical group met."),
    section="staff",
    rows=events.filter(events.kind == "methodical_group"),
    value=Count.ROWS,
    unit=Unit.MEETINGS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)

supervision_sessions = Indicator(
    code="staff.supervision-sessions",
    title=_("Supervision sessions"),
    means=_("How many times workers or carers met for professional supervision."),
    section="staff",
    rows=events.filter(events.kind == "supervision_session"),
    value=Count.ROWS,
    unit=Unit.MEETINGS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("supervision sessions"),
    since=INSTITUTIONS,
    dimensions=(MONTH,),
)
