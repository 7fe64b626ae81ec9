from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.children-at-closing",
    given="""
    stays
    record | child | setting         | began_on   | ended_on
    stay:1 | 1     | community_home  | 2022-06-01 |
    stay:2 | 2     | community_home  | 2023-12-31 | 2024-01-01
    stay:3 | 3     | community_home  | 2022-06-01 | 2023-12-31
    stay:4 | 4     | community_home  | 2024-01-01 |
    stay:5 | 5     | guardian_family | 2022-06-01 |
    """,
    value=2,
    evidence="stay:1 stay:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who leaves on the first day after the period was there at its end; who leaves on its last day was not."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts(stay, year.last)]
    return different(stay.child for stay in found), found
