from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "homes.days-away",
    given="""
    away_times
    record | setting        | began_on   | ended_on
    away:1 | community_home | 2022-12-20 | 2023-01-04
    away:2 | community_home | 2023-03-01 | 2023-03-06
    away:3 | on_duty_carer  | 2023-07-01 | 2023-07-11
    """,
    value=8,
    evidence="away:1 away:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Days away within the period, whatever the reason."""
    found = [away for away in facts.away_times if away.setting == "community_home" and lasts_in(away, year)]
    return sum(lasts(away, day) for away in found for day in year.days), found
