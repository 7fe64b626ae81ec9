from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "staff.social-work-posts",
    given="""
    posts
    record | group                          | fte  | began_on   | ended_on
    post:1 | administration_and_maintenance | 1    | 2020-01-01 |
    post:2 | social_work                    | 1    | 2020-01-01 | 2023-12-31
    post:3 | social_work                    | 0.5  | 2023-03-01 |
    post:4 | social_work                    | 0.25 | 2023-03-01 | 2024-01-01
    post:5 | administration_and_maintenance | 1    | 2020-01-01 | 2023-01-01
    post:6 | social_work                    | 1    | 2024-01-01 |
    """,
    value="0.75",
    evidence="post:3 post:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of the group of social work."""
    found = [post for post in facts.posts if post.group == "social_work" and lasts(post, year.last)]
    return sum(post.fte for post in found), found
