from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.sex-not-known",
    given="""
    stays
    record | child | setting        | sex     | began_on   | ended_on
    stay:1 | 1     | community_home | female  | 2022-06-01 |
    stay:2 | 2     | community_home | male    | 2022-06-01 |
    stay:3 | 3     | community_home | male    | 2022-06-01 | 2024-01-01
    stay:4 | 4     | community_home | unknown | 2022-06-01 |
    stay:5 | 5     | community_home |         | 2022-06-01 |
    stay:6 | 6     | community_home | female  | 2022-06-01 | 2023-06-01
    stay:7 | 7     | on_duty_carer  | female  | 2022-06-01 |
    """,
    value=2,
    evidence="stay:4 stay:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """An empty cell and “unknown” are the same: nobody has recorded it."""
    found = [
        stay for stay in facts.stays if stay.setting == "community_home" and stay.sex not in ("female", "male") and lasts(stay, year.last)
    ]
    return different(stay.child for stay in found), found
