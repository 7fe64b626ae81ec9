from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.on-duty-departures",
    given="""
    residences
    record      | child | setting        | began_on   | ended_on
    residence:1 | 1     | on_duty_carer  | 2022-06-01 | 2023-01-15
    residence:2 | 1     | on_duty_carer  | 2023-06-01 | 2024-01-01
    residence:3 | 2     | on_duty_carer  | 2023-12-31 |
    residence:4 | 3     | community_home | 2023-02-01 | 2023-03-01
    """,
    value=1,
    evidence="residence:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who is gone from 1 January leaves in the next year."""
    found = [residence for residence in facts.residences if residence.setting == "on_duty_carer" and residence.ended_on in year]
    return len(found), found
