from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.on-duty-departures",
    given="""
    residences
    record      | setting        | ended_on
    residence:1 | on_duty_carer  | 2023-01-15
    residence:2 | on_duty_carer  | 2024-01-01
    residence:3 | on_duty_carer  |
    residence:4 | community_home | 2023-03-01
    """,
    value=1,
    evidence="residence:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who is gone from 1 January leaves in the next year."""
    found = [residence for residence in facts.residences if residence.setting == "on_duty_carer" and residence.ended_on in year]
    return len(found), found
