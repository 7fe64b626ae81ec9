from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.emergency-placements",
    given="""
    stays
    record | setting        | emergency | began_on
    stay:1 | community_home | yes       | 2023-02-01
    stay:2 | community_home | yes       | 2023-05-01
    stay:3 | community_home | no        | 2023-02-01
    stay:4 | community_home | yes       | 2022-12-31
    stay:5 | on_duty_carer  | yes       | 2023-02-01
    """,
    value=2,
    evidence="stay:1 stay:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each time counts, also of the same child."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and stay.emergency and stay.began_on in year]
    return len(found), found
