from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "staff.workers-at-closing",
    given="""
    posts
    record | worker | began_on   | ended_on
    post:1 | 1      | 2020-01-01 |
    post:2 | 2      | 2020-01-01 | 2023-12-31
    post:3 | 3      | 2023-03-01 |
    post:4 | 3      | 2023-03-01 | 2024-01-01
    post:5 | 4      | 2020-01-01 | 2023-01-01
    post:6 | 5      | 2024-01-01 |
    """,
    value=2,
    evidence="post:1 post:3 post:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who holds two posts is one person."""
    found = [post for post in facts.posts if lasts(post, year.last)]
    return different(post.worker for post in found), found
