from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "staff.filled-posts-at-closing",
    given="""
    posts
    record | fte  | began_on   | ended_on
    post:1 | 1    | 2020-01-01 |
    post:2 | 1    | 2020-01-01 | 2023-12-31
    post:3 | 0.5  | 2023-03-01 |
    post:4 | 0.25 | 2023-03-01 | 2024-01-01
    post:5 | 1    | 2020-01-01 | 2023-01-01
    post:6 | 1    | 2024-01-01 |
    """,
    value="1.75",
    evidence="post:1 post:3 post:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """What is left on 1 January is filled the evening before."""
    found = [post for post in facts.posts if lasts(post, year.last)]
    return sum(post.fte for post in found), found
