from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.children-at-opening",
    given="""
    stays
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | community_home | 2022-06-01 | 2023-01-01
    stay:2 | 2     | community_home | 2022-06-01 | 2022-12-31
    stay:3 | 3     | community_home | 2023-01-01 |
    stay:4 | 4     | on_duty_carer  | 2022-06-01 |
    """,
    value=1,
    evidence="stay:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who left on 1 January was still there the evening before; who came that day was not."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts(stay, year.eve)]
    return different(stay.child for stay in found), found
