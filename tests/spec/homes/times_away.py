from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.times-away",
    given="""
    away_times
    record | setting        | began_on
    away:1 | community_home | 2022-12-20
    away:2 | community_home | 2023-03-01
    away:3 | community_home | 2023-04-01
    away:4 | on_duty_carer  | 2023-07-01
    """,
    value=2,
    evidence="away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who went away last year is not counted again."""
    found = [away for away in facts.away_times if away.setting == "community_home" and away.began_on in year]
    return len(found), found
