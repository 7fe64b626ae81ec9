"""Posts allowed and filled."""

from __future__ import annotations

from globa.facts.tables import post_limits, posts
from globa.indicators.definitions.sources import INSTITUTIONS, alytus, other_centres
from globa.indicators.dimensions import MONTH, PAYER_KIND, POST, POST_GROUP, UNIT
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Distinct, Part, Ratio, Sum
from globa.indicators.when import AtClosing, AtOpening, During, OnDay
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

in_all = post_limits.filter(post_limits.kind == "in_all")
social_work = posts.filter(posts.group == "social_work")
at_closing = AtClosing("began_on", "ended_on")

allowed_posts = Indicator(
    code="staff.allowed-posts",
    title=_("Maximum number of posts"),
    means=_("Full-time posts that the council's decision in force on the period's last day allows."),
    section="staff",
    rows=in_all,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
)

filled_at_opening = Indicator(
    code="staff.filled-posts-at-opening",
    title=_("Posts filled at the start"),
    means=_("Full-time posts filled at the end of the day before the period."),
    section="staff",
    rows=posts,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT),
)

posts_begun = Indicator(
    code="staff.posts-begun",
    title=_("Posts taken up"),
    means=_("Full-time posts that people took up in the period."),
    section="staff",
    rows=posts,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=During("began_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("changes of staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT, MONTH),
)

posts_ended = Indicator(
    code="staff.posts-ended",
    title=_("Posts left"),
    means=_("Full-time posts that people left in the period."),
    section="staff",
    rows=posts,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=During("ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("changes of staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT, MONTH),
)

filled_at_closing = Indicator(
    code="staff.filled-posts-at-closing",
    title=_("Posts filled at the end"),
    means=_("Full-time posts filled on the period's last day."),
    section="staff",
    rows=posts,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT),
)

filled_next_january = Indicator(
    code="staff.filled-posts-next-january",
    title=_("List of posts"),
    means=_("Full-time posts filled on 1 January of the next year."),
    section="staff",
    rows=posts,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=OnDay("began_on", "ended_on", month=1, day=1, years=1),
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT),
)

social_work_posts = Indicator(
    code="staff.social-work-posts",
    title=_("Social-work staff"),
    means=_("Full-time posts of social work filled on the period's last day."),
    section="staff",
    rows=social_work,
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, PAYER_KIND, UNIT),
)

administration_posts = Indicator(
    code="staff.administration-posts",
    title=_("Administration and maintenance"),
    means=_("Full-time posts of administration and maintenance filled on the period's last day."),
    section="staff",
    rows=posts.filter(posts.group == "administration_and_maintenance"),
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, PAYER_KIND, UNIT),
)

eu_project_posts = Indicator(
    code="staff.eu-project-posts",
    title=_("Posts paid by the EU project"),
    means=_("Full-time posts filled on the period's last day that a project of the European Union pays."),
    section="staff",
    rows=posts.filter(posts.payer_kind == "eu_project"),
    value=Sum("fte"),
    unit=Unit.POSTS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=alytus("part on staff"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, UNIT),
)

filled_share = Indicator(
    code="staff.filled-share",
    title=_("Share of allowed posts filled"),
    means=_("Full-time posts filled for every hundred that the council's decision allows, on the period's last day."),
    section="staff",
    value=Ratio(of=Part(Sum("fte"), posts), to=Part(Sum("fte"), in_all)),
    unit=Unit.PERCENT,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=other_centres("use of posts"),
    since=INSTITUTIONS,
)

workers_at_closing = Indicator(
    code="staff.workers-at-closing",
    title=_("Workers at the end"),
    means=_("Different people who held a post on the period's last day."),
    section="staff",
    rows=posts,
    value=Distinct("worker"),
    unit=Unit.PERSONS,
    when=at_closing,
    disclosure=Disclosure.OPEN,
    source=other_centres("workers beside posts"),
    since=INSTITUTIONS,
    dimensions=(POST, POST_GROUP, PAYER_KIND, UNIT),
)
