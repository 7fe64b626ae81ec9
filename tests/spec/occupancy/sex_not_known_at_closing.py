from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "occupancy.sex-not-known-at-closing",
    given="""
    stays
    record | child | setting         | sex     | began_on   | ended_on
    stay:1 | 1     | community_home  | female  | 2022-06-01 |
    stay:2 | 2     | community_home  | male    | 2023-12-31 |
    stay:3 | 3     | on_duty_carer   | female  | 2022-06-01 | 2024-01-01
    stay:4 | 4     | on_duty_carer   | male    | 2022-06-01 | 2023-12-31
    stay:5 | 5     | on_duty_carer   | unknown | 2022-06-01 |
    stay:6 | 6     | guardian_family | female  | 2022-06-01 |
    stay:7 | 7     | community_home  | male    | 2024-01-01 |
    """,
    value=1,
    evidence="stay:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Neither girl nor boy is recorded."""
    found = [
        stay
        for stay in facts.stays
        if stay.setting in ("community_home", "on_duty_carer") and stay.sex not in ("female", "male") and lasts(stay, year.last)
    ]
    return different(stay.child for stay in found), found
