from tests.spec.language import Facts, Result, Year, full_years, lasts, spec


@spec(
    "homes.youngest",
    given="""
    stays
    record | setting        | birth_date | began_on   | ended_on
    stay:1 | community_home | 2016-01-01 | 2023-05-01 |
    stay:2 | community_home | 2015-03-01 | 2023-05-01 |
    stay:3 | community_home | 2020-01-01 | 2023-05-01 | 2023-06-01
    stay:4 | community_home |            | 2023-05-01 |
    """,
    value=7,
    evidence="stay:1 stay:2 stay:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Full years on the last day: the eighth birthday on 1 January is not reached."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts(stay, year.last)]
    ages = [full_years(stay.birth_date, year.last) for stay in found if stay.birth_date]
    return min(ages, default=None), found
