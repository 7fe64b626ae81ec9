from tests.spec.language import Facts, Result, Year, spec


@spec(
    "staff.posts-ended",
    given="""
    posts
    record | title              | group                          | worker | fte  | payer_kind | began_on   | ended_on
    post:1 | director           | administration_and_maintenance | 1      | 1    | own_budget | 2020-01-01 |
    post:2 | social_worker      | social_work                    | 2      | 1    | own_budget | 2020-01-01 | 2023-12-31
    post:3 | psychologist       | social_work                    | 3      | 0.5  | eu_project | 2023-03-01 |
    post:4 | foster_coordinator | social_work                    | 3      | 0.25 | own_budget | 2023-03-01 | 2024-01-01
    post:5 | driver             | administration_and_maintenance | 4      | 1    | own_budget | 2020-01-01 | 2023-01-01
    post:6 | care_assistant     | social_work                    | 5      | 1    | own_budget | 2024-01-01 |
    """,
    value=2,
    evidence="post:2 post:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Left in the period: 3 + 0.75 - 2 = 1.75."""
    found = [post for post in facts.posts if post.ended_on in year]
    return sum(post.fte for post in found), found
