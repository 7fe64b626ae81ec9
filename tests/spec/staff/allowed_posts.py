from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "staff.allowed-posts",
    given="""
    post_limits
    record  | kind     | fte | began_on   | ended_on
    limit:1 | in_all   | 50  | 2022-02-24 |
    limit:2 | in_all   | 45  | 2019-01-01 | 2022-02-24
    limit:3 | by_title | 9   | 2022-02-24 |
    """,
    value=50,
    evidence="limit:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The decision in force; posts by title are not added to it."""
    found = [limit for limit in facts.post_limits if limit.kind == "in_all" and lasts(limit, year.last)]
    return sum(limit.fte for limit in found), found
