from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "staff.eu-project-posts",
    given="""
    posts
    record | fte  | payer_kind | began_on   | ended_on
    post:1 | 1    | own_budget | 2020-01-01 |
    post:2 | 1    | own_budget | 2020-01-01 | 2023-12-31
    post:3 | 0.5  | eu_project | 2023-03-01 |
    post:4 | 0.25 | own_budget | 2023-03-01 | 2024-01-01
    post:5 | 1    | own_budget | 2020-01-01 | 2023-01-01
    post:6 | 1    | own_budget | 2024-01-01 |
    """,
    value="0.5",
    evidence="post:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """By who pays."""
    found = [post for post in facts.posts if post.payer_kind == "eu_project" and lasts(post, year.last)]
    return sum(post.fte for post in found), found
