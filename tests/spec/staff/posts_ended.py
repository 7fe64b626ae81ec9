from tests.spec.language import Facts, Result, Year, spec


@spec(
    "staff.posts-ended",
    given="""
    posts
    record | fte  | ended_on
    post:1 | 1    |
    post:2 | 1    | 2023-12-31
    post:3 | 0.5  |
    post:4 | 0.25 | 2024-01-01
    post:5 | 1    | 2023-01-01
    post:6 | 1    |
    """,
    value=2,
    evidence="post:2 post:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Left in the period: 3 + 0.75 - 2 = 1.75."""
    found = [post for post in facts.posts if post.ended_on in year]
    return sum(post.fte for post in found), found
