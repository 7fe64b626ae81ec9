from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.homes-lived-in",
    given="""
    stays
    record | setting        | dwelling | began_on   | ended_on
    stay:1 | community_home | home-1   | 2022-06-01 |
    stay:2 | community_home | home-1   | 2022-06-01 |
    stay:3 | community_home | home-2   | 2022-06-01 | 2023-11-01
    stay:4 | on_duty_carer  | carer-1  | 2022-06-01 |
    """,
    value=1,
    evidence="stay:1 stay:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A home that is empty at the end does not count."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts(stay, year.last)]
    return different(stay.dwelling for stay in found), found
