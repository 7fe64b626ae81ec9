from tests.spec.language import Facts, Result, Year, different, lasts_in, spec


@spec(
    "homes.children-served",
    given="""
    stays
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | community_home | 2022-06-01 | 2023-01-02
    stay:2 | 1     | community_home | 2023-06-01 |
    stay:3 | 2     | community_home | 2022-06-01 | 2023-01-01
    stay:4 | 3     | community_home | 2023-12-31 |
    stay:5 | 4     | on_duty_carer  | 2023-02-01 |
    """,
    value=2,
    evidence="stay:1 stay:2 stay:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A child who came twice is one child; one day of the period is enough."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts_in(stay, year)]
    return different(stay.child for stay in found), found
