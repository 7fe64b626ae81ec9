from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "staff.share-trained",
    given="""
    trainings
    record     | worker | happened_on | minutes | title         | group                          | began_on   | ended_on
    training:1 | 2      | 2023-04-01  | 240     | social_worker | social_work                    | 2020-01-01 |
    training:2 | 2      | 2023-05-01  | 240     | social_worker | social_work                    | 2020-01-01 |
    training:3 | 3      | 2023-04-01  | 240     | psychologist  | social_work                    | 2020-01-01 | 2023-10-01
    training:4 | 4      | 2023-04-01  | 240     | driver        | administration_and_maintenance | 2020-01-01 |
    training:5 | 5      | 2024-01-01  | 240     | psychologist  | social_work                    | 2020-01-01 |

    posts
    record | title         | group                          | worker | fte | began_on   | ended_on
    post:1 | social_worker | social_work                    | 2      | 1   | 2020-01-01 |
    post:2 | psychologist  | social_work                    | 5      | 1   | 2020-01-01 |
    post:3 | psychologist  | social_work                    | 3      | 1   | 2020-01-01 | 2023-10-01
    post:4 | driver        | administration_and_maintenance | 4      | 1   | 2020-01-01 |
    """,
    value=50,
    of=1,
    to=2,
    evidence="training:1 training:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who left during the year is neither among the trained nor among the staff."""
    staff = [post for post in facts.posts if post.group == "social_work" and lasts(post, year.last)]
    trained = [one for one in facts.trainings if one.group == "social_work" and one.happened_on in year and lasts(one, year.last)]
    return (different(one.worker for one in trained), different(post.worker for post in staff)), trained
