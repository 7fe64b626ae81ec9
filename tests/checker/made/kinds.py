"""Which errors are planted, by what they are made and by which rules they have to be found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from tests.checker.made import others, plans, sentences, tables
from tests.checker.made.pieces import Made, Maker, Piece, assembled

TOTAL, NESTED = ("total",), ("nested", "larger-part")


@dataclass(frozen=True)
class Kind:
    """One error of one maker. `rules` of which one has to find it, at a planted place."""

    name: str
    make: Maker
    error: str
    rules: tuple[str, ...]


KINDS = (
    Kind("a total of a column of money", tables.budget, "column total", TOTAL),
    Kind("a total of a row of money", tables.budget, "row total", TOTAL),
    Kind("a part of a table of money", tables.budget, "part", TOTAL),
    Kind("parts by a longer code", tables.budget, "nested", (*NESTED, "total")),
    Kind("a total of a column of people", tables.people, "column total", TOTAL),
    Kind("a total of girls and boys", tables.people, "row total", TOTAL),
    Kind("a number of girls or boys", tables.people, "part", TOTAL),
    Kind("a total of a goal", tables.subtotals, "subtotal", TOTAL),
    Kind("a grand total over goals", tables.subtotals, "grand total", TOTAL),
    Kind("more of which than there are", tables.of_which, "larger", NESTED),
    Kind("girls and boys that are not the whole", tables.of_which, "sexes", NESTED),
    Kind("beginning, came, left, end in a table", tables.flow, "closing", ("flow",)),
    Kind("names with numbers in the last columns", tables.pairs, "total", TOTAL),
    Kind("sources of a money cell", plans.plan, "money total", ("money",)),
    Kind("direct and indirect costs", plans.plan, "money nested", ("money",)),
    Kind("a line left out of the table of years", plans.plan, "line left out", ("roll-up",)),
    Kind("an amount of running text counted along", plans.plan, "text counted", ("roll-up",)),
    Kind("money of a source that was not planned", plans.plan, "sources", ("sources",)),
    Kind("three times what was planned", plans.plan, "execution", ("execution",)),
    Kind("a dash beside a source", plans.plan, "dash", ("dash",)),
    Kind("a misprinted number", plans.plan, "misprint", ("misprint",)),
    Kind("the same sums in two measures", plans.plan, "copied", ("copied",)),
    Kind("all done, and nothing used", plans.plan, "all done", ("all-done",)),
    Kind("a number divided in brackets", sentences.bracket, "whole", ("breakdown",)),
    Kind("hours of a list and their total", sentences.listed, "hours", ("breakdown",)),
    Kind("more persons than the list has", sentences.listed, "persons", ("breakdown",)),
    Kind("a part larger than its whole, in a sentence", sentences.part, "larger", ("larger-part", "breakdown")),
    Kind("beginning, came, left, end in sentences", sentences.flow, "closing", ("flow",)),
    Kind("names with numbers in a sentence", sentences.pairs, "total", ("breakdown",)),
    Kind("a list of paragraphs and its total", sentences.bullets, "total", ("breakdown",)),
    Kind("posts and their total", others.posts, "total", TOTAL),
    Kind("a total under heads of two levels", others.two_levels, "total", TOTAL),
    Kind("a total above its lines", others.on_top, "total", TOTAL),
    Kind("one row divided twice", others.municipalities, "girls", TOTAL),
    Kind("children by age", others.ages, "total", TOTAL),
    Kind("a figure with two values", others.twice, "twice", ("stated-twice",)),
    Kind("one contract with two dates", others.dated, "dates", ("two-dates",)),
    Kind("the same children divided differently", others.crossed, "sexes", ("cross-tables",)),
    Kind("a result in another unit", plans.plan, "unit", ("unit",)),
)
CLEAN: tuple[Maker, ...] = (
    tables.budget, tables.people, tables.subtotals, tables.of_which, tables.flow, tables.pairs, tables.percents, tables.prices,
    tables.distinct, tables.hidden, plans.plan, sentences.prose, sentences.bracket, sentences.listed, sentences.part, sentences.flow,
    sentences.pairs, sentences.bullets, sentences.vague, others.plan_and_fact, others.facts, others.mixed_columns, others.thousands,
    others.change, others.indicators, others.posts, others.two_levels, others.on_top, others.municipalities, others.ages, others.twice,
    others.dated, others.crossed,
)  # fmt: skip


DIVIDING = (
    tables.people,
    tables.pairs,
    tables.of_which,
    sentences.bracket,
    sentences.pairs,
    others.two_levels,
    others.municipalities,
    others.crossed,
)
"""They tell how many of some people are girls and boys."""
LEAST_PEOPLE = 5


def clean(rng: Random) -> Made:
    """Some pieces without an error; of a plan and of a flow there is one only, as in a report."""
    return assembled(divided_once([(make, make(rng, "")) for make in rng.sample(CLEAN, rng.randint(1, 6))]))


def planted(rng: Random, kind: Kind) -> Made:
    others = [(make, make(rng, "")) for make in rng.sample(CLEAN, rng.randint(0, 3)) if make is not kind.make]
    pieces = divided_once([(kind.make, kind.make(rng, kind.error)), *others])
    rng.shuffle(pieces)
    return assembled(pieces)


def divided_once(made: Iterable[tuple[Maker, Piece]]) -> list[Piece]:
    """Two that tell of as many people, divided otherwise, do contradict each other: of those that could the later one is left out."""
    kept, told = list[Piece](), set[int]()
    for make, piece in made:
        many = numbers_of(piece) if make in DIVIDING else set()
        if not many & told:
            kept.append(piece)
            told |= many
    return kept


def numbers_of(piece: Piece) -> set[int]:
    return {many for one in re.findall(r"\d+", str(piece.blocks)) if (many := int(one)) >= LEAST_PEOPLE}


def found(made: Made, kind: Kind) -> list[Finding]:
    return [one for one in check(made.document) if one.rule in kind.rules and touches(one, made)]


def touches(one: Finding, made: Made) -> bool:
    return bool(made.planted & {replace(place, sentence=None) for place in one.places})


def invented(made: Made, findings: Iterable[Finding] | None = None) -> list[Finding]:
    """Contradictions that touch no planted place."""
    told = check(made.document) if findings is None else findings
    return [one for one in told if one.severity == Severity.CONTRADICTION and not touches(one, made)]
