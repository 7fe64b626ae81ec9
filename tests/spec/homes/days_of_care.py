from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "homes.days-of-care",
    given="""
    stays
    record | setting        | began_on   | ended_on
    stay:1 | community_home | 2022-12-01 | 2023-01-11
    stay:2 | community_home | 2023-12-30 |
    stay:3 | community_home | 2023-05-01 | 2023-05-02
    stay:4 | on_duty_carer  | 2023-05-01 | 2023-06-01
    """,
    value=13,
    evidence="stay:1 stay:2 stay:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Days outside the period and the day of leaving are not counted."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts_in(stay, year)]
    return sum(lasts(stay, day) for stay in found for day in year.days), found
