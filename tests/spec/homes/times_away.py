from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.times-away",
    given="""
    away_times
    record | child | kind     | setting        | began_on   | ended_on
    away:1 | 1     | hosting  | community_home | 2022-12-20 | 2023-01-04
    away:2 | 1     | hospital | community_home | 2023-03-01 | 2023-03-06
    away:3 | 1     | ran_away | community_home | 2023-04-01 |
    away:4 | 2     | camp     | on_duty_carer  | 2023-07-01 | 2023-07-11
    """,
    value=2,
    evidence="away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who went away last year is not counted again."""
    found = [away for away in facts.away_times if away.setting == "community_home" and away.began_on in year]
    return len(found), found
