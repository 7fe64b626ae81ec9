from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.children-on-emergency-beds",
    given="""
    stays
    record | child | setting        | emergency | began_on   | ended_on
    stay:1 | 1     | community_home | yes       | 2022-02-01 |
    stay:2 | 2     | community_home | yes       | 2023-05-01 | 2023-12-31
    stay:3 | 3     | community_home | no        | 2023-02-01 |
    """,
    value=1,
    evidence="stay:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The bed that was made earlier still counts while the child sleeps on it."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and stay.emergency and lasts(stay, year.last)]
    return different(stay.child for stay in found), found
