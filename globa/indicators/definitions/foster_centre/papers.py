"""Papers written, and cases of temporary supervision at the parents' request."""

from __future__ import annotations

from globa.facts.tables import cases, papers
from globa.indicators.definitions.sources import FOSTER_CENTRES, alytus, other_centres
from globa.indicators.dimensions import ABOUT, KIND, MONTH, OUTCOME
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Count, Distinct, Part, Ratio
from globa.indicators.when import AtClosing, AtOpening, During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

conclusions = papers.filter(papers.kind == "conclusion")
positive = conclusions.filter(papers.outcome == "positive")
supervision = cases.filter(cases.kind == "temporary_supervision_on_request")

prepared_guardian_families = Indicator(
    code="foster-centre.prepared-guardian-families",
    title=_("Newly prepared guardian families"),
    means=_("Different families whose first conclusion on becoming guardians was written in the period and is positive."),
    section="foster-centre",
    rows=positive.filter(papers.about.isin(("guardian", "kin_guardian")) & papers.first),
    value=Distinct("family"),
    unit=Unit.FAMILIES,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(ABOUT, MONTH),
)

conclusions_written = Indicator(
    code="foster-centre.conclusions",
    title=_("Conclusions written"),
    means=_("Conclusions of attested persons on readiness for care, of every outcome."),
    section="foster-centre",
    rows=conclusions,
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(ABOUT, OUTCOME, MONTH),
)

positive_conclusions = Indicator(
    code="foster-centre.positive-conclusions",
    title=_("Positive conclusions"),
    means=_("Conclusions of attested persons that found the applicants ready for care."),
    section="foster-centre",
    rows=positive,
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("conclusions by kind"),
    since=FOSTER_CENTRES,
    dimensions=(ABOUT, MONTH),
)

positive_share = Indicator(
    code="foster-centre.positive-share",
    title=_("Share of positive conclusions"),
    means=_("Of the conclusions written in the period, those that are positive."),
    section="foster-centre",
    value=Ratio(of=Part(Count.ROWS, positive), to=Part(Count.ROWS, conclusions)),
    unit=Unit.PERCENT,
    when=During("issued_on"),
    disclosure=Disclosure.SMALL_HIDDEN,
    source=other_centres("conclusions by kind"),
    since=FOSTER_CENTRES,
    dimensions=(ABOUT, MONTH),
)

hosting_recommendations = Indicator(
    code="foster-centre.hosting-recommendations",
    title=_("Recommendations for hosts"),
    means=_("Recommendations about people who want a child to visit them."),
    section="foster-centre",
    rows=papers.filter((papers.kind == "recommendation") & (papers.about == "hosting")),
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(OUTCOME, MONTH),
)

assessments_with_plans = Indicator(
    code="foster-centre.assessments-with-plans",
    title=_("Needs assessments with support plans"),
    means=_("Assessments of the needs of a child and a carer that ended in a support plan."),
    section="foster-centre",
    rows=papers.filter(papers.kind == "assessment_with_plan"),
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(ABOUT, MONTH),
)

papers_in_all = Indicator(
    code="foster-centre.papers",
    title=_("Papers"),
    means=_("Numbered papers written or received in the period."),
    section="foster-centre",
    rows=papers,
    value=Count.ROWS,
    unit=Unit.DOCUMENTS,
    when=During("issued_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("register of papers"),
    since=FOSTER_CENTRES,
    dimensions=(KIND, ABOUT, OUTCOME, MONTH),
)

cases_opened = Indicator(
    code="foster-centre.supervision-cases",
    title=_("Temporary supervision at parents' request"),
    means=_("Cases opened in the period in which parents asked that somebody look after their children for a while."),
    section="foster-centre",
    rows=supervision,
    value=Count.ROWS,
    unit=Unit.CASES,
    when=During("began_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("II.2"),
    since=FOSTER_CENTRES,
    dimensions=(MONTH,),
)

cases_closed = Indicator(
    code="foster-centre.supervision-cases-closed",
    title=_("Temporary supervision ended"),
    means=_("Cases of temporary supervision at the parents' request that were closed in the period."),
    section="foster-centre",
    rows=supervision,
    value=Count.ROWS,
    unit=Unit.CASES,
    when=During("ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("cases"),
    since=FOSTER_CENTRES,
    dimensions=(MONTH,),
)

cases_at_opening = Indicator(
    code="foster-centre.supervision-cases-at-opening",
    title=_("Temporary supervision at the start"),
    means=_("Cases of temporary supervision at the parents' request open at the end of the day before the period."),
    section="foster-centre",
    rows=supervision,
    value=Count.ROWS,
    unit=Unit.CASES,
    when=AtOpening("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("cases"),
    since=FOSTER_CENTRES,
)

cases_at_closing = Indicator(
    code="foster-centre.supervision-cases-at-closing",
    title=_("Temporary supervision at the end"),
    means=_("Cases of temporary supervision at the parents' request open on the period's last day."),
    section="foster-centre",
    rows=supervision,
    value=Count.ROWS,
    unit=Unit.CASES,
    when=AtClosing("began_on", "ended_on"),
    disclosure=Disclosure.OPEN,
    source=other_centres("cases"),
    since=FOSTER_CENTRES,
)
