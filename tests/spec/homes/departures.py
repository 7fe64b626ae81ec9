from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.departures",
    given="""
    residences
    record      | setting        | ended_on
    residence:1 | community_home | 2023-03-01
    residence:2 | community_home | 2023-12-31
    residence:3 | community_home | 2024-01-01
    residence:4 | community_home |
    residence:5 | on_duty_carer  | 2023-06-01
    """,
    value=2,
    evidence="residence:1 residence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who is gone from 1 January lived there on 31 December and leaves in the next year."""
    found = [residence for residence in facts.residences if residence.setting == "community_home" and residence.ended_on in year]
    return len(found), found
