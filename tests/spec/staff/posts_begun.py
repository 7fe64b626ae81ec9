from tests.spec.language import Facts, Result, Year, spec


@spec(
    "staff.posts-begun",
    given="""
    posts
    record | fte  | began_on
    post:1 | 1    | 2020-01-01
    post:2 | 1    | 2020-01-01
    post:3 | 0.5  | 2023-03-01
    post:4 | 0.25 | 2023-03-01
    post:5 | 1    | 2020-01-01
    post:6 | 1    | 2024-01-01
    """,
    value="0.75",
    evidence="post:3 post:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Taken up in the period."""
    found = [post for post in facts.posts if post.began_on in year]
    return sum(post.fte for post in found), found
