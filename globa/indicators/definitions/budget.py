"""Money, in euros and cents."""

from __future__ import annotations

from globa.facts.tables import money
from globa.indicators.definitions.sources import INSTITUTIONS, alytus, visaginas
from globa.indicators.dimensions import FUNDING_KIND, FUNDING_SOURCE, ITEM, MAIN_ITEM, MONTH
from globa.indicators.disclosure import Disclosure
from globa.indicators.indicator import Indicator
from globa.indicators.value import Part, Ratio, Sum
from globa.indicators.when import During
from globa.vocabulary.unit import Unit
from globa.vocabulary.words import message as _

spent = money.filter(money.basis == "cash")
planned = money.filter(money.basis == "plan")

all_spending = Indicator(
    code="budget.spending",
    title=_("All spending"),
    means=_("Money spent in cash in the period, of every item and source."),
    section="budget",
    rows=spent,
    value=Sum("amount"),
    unit=Unit.EUROS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on the budget"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, ITEM, FUNDING_SOURCE, FUNDING_KIND, MONTH),
)

accrued = Indicator(
    code="budget.accrued",
    title=_("All costs"),
    means=_("Costs that arose in the period, of every item and source, whenever they are paid."),
    section="budget",
    rows=money.filter(money.basis == "accrual"),
    value=Sum("amount"),
    unit=Unit.EUROS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on the budget"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, ITEM, FUNDING_SOURCE, FUNDING_KIND, MONTH),
)

plan = Indicator(
    code="budget.planned",
    title=_("Planned spending"),
    means=_("Money planned for the period, of every item and source."),
    section="budget",
    rows=planned,
    value=Sum("amount"),
    unit=Unit.EUROS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("funds planned"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, ITEM, FUNDING_SOURCE, FUNDING_KIND, MONTH),
)

spent_share = Indicator(
    code="budget.spent-share",
    title=_("Share of the plan spent"),
    means=_("Money spent in cash for every hundred euros planned for the period."),
    section="budget",
    value=Ratio(of=Part(Sum("amount"), spent), to=Part(Sum("amount"), planned)),
    unit=Unit.PERCENT,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=visaginas("funds planned and used"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, FUNDING_SOURCE, FUNDING_KIND),
)

eu_spending = Indicator(
    code="budget.eu-project-spending",
    title=_("Spending of the EU project"),
    means=_("Money of projects of the European Union spent in cash in the period."),
    section="budget",
    rows=spent.filter(money.source_kind == "eu_project"),
    value=Sum("amount"),
    unit=Unit.EUROS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on the budget"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, ITEM, FUNDING_SOURCE, MONTH),
)

municipal_spending = Indicator(
    code="budget.municipal-spending",
    title=_("Spending of municipal money"),
    means=_("Money of the municipality spent in cash in the period."),
    section="budget",
    rows=spent.filter(money.source_kind == "municipality"),
    value=Sum("amount"),
    unit=Unit.EUROS,
    when=During("happened_on"),
    disclosure=Disclosure.OPEN,
    source=alytus("part on the budget"),
    since=INSTITUTIONS,
    dimensions=(MAIN_ITEM, ITEM, FUNDING_SOURCE, MONTH),
)
