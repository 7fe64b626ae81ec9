"""The list of posts, who held them, and who left when the third home closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from globa.demonstration.accounts import ACCOUNTS
from globa.demonstration.children import day, rows
from globa.demonstration.organisations import CENTRE, paper
from globa.demonstration.world import World, keep
from globa.registry.involvement import Purpose
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.registry.reasons import Reason
from globa.registry.staff import Post, PostAllowance, PostHolding, PostLimit

POSTS_SINCE = date(2019, 1, 2)
# The council's decisions: so many posts at most, in force from the day of the paper.
LIMITS = (("T-21", date(2019, 1, 2), Decimal(52)), ("T-87", date(2022, 2, 24), Decimal(50)))
PROJECT_PAYS_SINCE = date(2023, 7, 1)
ATTESTED = (("BV-118", date(2023, 3, 14)), ("BV-342", date(2023, 10, 17)))


@dataclass(frozen=True)
class Worker:
    """Somebody in a post; `until` is the first day that is no longer worked."""

    person: Person
    title: str
    group: str
    since: date
    until: date | None

    def works_on(self, when: date) -> bool:
        return self.since <= when and (self.until is None or when < self.until)


def employ(world: World, payers: dict[str, Payer]) -> list[Worker]:
    """Make the posts of `posts.csv`; each line says who came, who left and who pays."""
    listed = rows("posts.csv")
    reasons = {reason.code: reason for reason in Reason.objects.filter(list="post_change")}
    posts = {row["line"]: _post(world, row) for row in listed}
    keep("demonstration.posts", list(posts.values()), world.by)
    keep("demonstration.posts", _allowances(world, posts, listed), world.by)
    people = _people(world, listed)
    world.settle()
    holdings = [_holding(world, row, posts[row["line"]], people[row["worker"]], payers, reasons) for row in listed]
    keep("demonstration.posts", [holding for both in holdings for holding in both], world.by)
    _limit(world)
    return [Worker(people[row["worker"]], row["title"], row["group"], _since(row), day(row["until"])) for row in listed]


def _since(row: dict[str, str]) -> date:
    return day(row["since"]) or POSTS_SINCE


def _post(world: World, row: dict[str, str]) -> Post:
    return Post(
        organisation=world.centre,
        unit=world.tree.get(row["unit"]),
        title=row["title"],
        group=row["group"],
        levels=row["levels"].split(),
        during=(POSTS_SINCE, date(2024, 1, 1) if row["unit"] == "alytus-home-3" else None),
    )


def _allowances(world: World, posts: dict[str, Post], listed: list[dict[str, str]]) -> list[PostAllowance]:
    """As many posts of a line are allowed as were held at the start of 2023, or since somebody first held one."""
    allowed: dict[str, Decimal] = {}
    first = {row["line"]: min(_since(other) for other in listed if other["line"] == row["line"]) for row in listed}
    for row in listed:
        if _since(row) < date(2023, 1, 1) and (day(row["until"]) or date.max) >= date(2023, 1, 1):
            allowed[row["line"]] = allowed.get(row["line"], Decimal(0)) + Decimal(row["fte"])
    return [
        PostAllowance(organisation=world.centre, post=post, fte=allowed.get(line, Decimal(1)), during=(first[line], _allowed_until(post)))
        for line, post in posts.items()
    ]


def _allowed_until(post: Post) -> date | None:
    until: date | None = tuple(post.during)[1]
    return until


def _people(world: World, listed: list[dict[str, str]]) -> dict[str, Person]:
    """The people behind the accounts bear the accounts' names, everybody else one that is drawn."""
    known = {account.post: account for account in ACCOUNTS if account.organisation == CENTRE}
    people: dict[str, Person] = {}
    for row in listed:
        if row["worker"] not in people:
            account = known.pop(row["title"], None)
            people[row["worker"]] = (
                world.named(account.given_name, account.family_name, account.sex, account.born, _since(row))
                if account
                else _drawn(world, row["sex"], _since(row))
            )
    return people


def _drawn(world: World, sex: str, since: date) -> Person:
    born = since - timedelta(days=world.random.randint(27 * 365, 58 * 365))
    is_married = sex == "female" and world.random.random() < 0.75
    return world.person(world.names.family(), sex, born, since=since, purpose=Purpose.WORK, is_married=is_married)


def _holding(
    world: World, row: dict[str, str], post: Post, worker: Person, payers: dict[str, Payer], reasons: dict[str, Reason]
) -> list[PostHolding]:
    """Two rows where the project began to pay in between."""
    since, until = _since(row), day(row["until"])
    spans: list[tuple[date, date | None, Payer | None]] = [(since, until, None)]
    if row["project"]:
        spans = [(since, PROJECT_PAYS_SINCE, None), (PROJECT_PAYS_SINCE, until, payers["foster-care-project"])]
    return [
        PostHolding(
            organisation=world.centre,
            post=post,
            worker=worker,
            fte=Decimal(row["fte"]),
            payer=payer,
            during=(begins, ends),
            reason=reasons.get("project_began" if payer else row["reason"]),
        )
        for begins, ends, payer in spans
    ]


def _limit(world: World) -> None:
    papers = [paper(world, "council_decision", number, on, "Savivaldybės taryba") for number, on, _fte in LIMITS]
    keep("demonstration.papers", list(papers), world.by)
    ends = [on for _number, on, _fte in LIMITS[1:]] + [None]
    limits = [
        PostLimit(organisation=world.centre, fte=fte, paper=decision, during=(on, until))
        for (_number, on, fte), decision, until in zip(LIMITS, papers, ends, strict=True)
    ]
    keep("demonstration.posts", limits, world.by)


def attest(world: World, workers: list[Worker]) -> None:
    """Two of the foster centre's staff were attested in 2023."""
    coordinators = [worker.person for worker in workers if worker.title == "foster_coordinator"][1:3]
    papers = [
        paper(world, "attestation", number, on, "Valstybės vaiko teisių apsaugos ir įvaikinimo tarnyba", person=person)
        for (number, on), person in zip(ATTESTED, coordinators, strict=True)
    ]
    keep("demonstration.papers", papers, world.by)


def in_role(workers: list[Worker], title: str, when: date) -> list[Worker]:
    return [worker for worker in workers if worker.title == title and worker.works_on(when)]
