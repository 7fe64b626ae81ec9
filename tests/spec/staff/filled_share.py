from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "staff.filled-share",
    given="""
    posts
    record | title              | group                          | worker | fte  | payer_kind | began_on   | ended_on
    post:1 | director           | administration_and_maintenance | 1      | 1    | own_budget | 2020-01-01 |
    post:2 | social_worker      | social_work                    | 2      | 1    | own_budget | 2020-01-01 | 2023-12-31
    post:3 | psychologist       | social_work                    | 3      | 0.5  | eu_project | 2023-03-01 |
    post:4 | foster_coordinator | social_work                    | 3      | 0.25 | own_budget | 2023-03-01 | 2024-01-01
    post:5 | driver             | administration_and_maintenance | 4      | 1    | own_budget | 2020-01-01 | 2023-01-01
    post:6 | care_assistant     | social_work                    | 5      | 1    | own_budget | 2024-01-01 |

    post_limits
    record  | kind     | title         | group       | fte | began_on   | ended_on
    limit:1 | in_all   |               |             | 50  | 2022-02-24 |
    limit:2 | in_all   |               |             | 45  | 2019-01-01 | 2022-02-24
    limit:3 | by_title | social_worker | social_work | 9   | 2022-02-24 |
    """,
    value="3.5",
    of="1.75",
    to=50,
    evidence="post:1 post:3 post:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """1.75 of 50 posts."""
    filled = [post for post in facts.posts if lasts(post, year.last)]
    allowed = [limit for limit in facts.post_limits if limit.kind == "in_all" and lasts(limit, year.last)]
    return (sum(post.fte for post in filled), sum(limit.fte for limit in allowed)), filled
