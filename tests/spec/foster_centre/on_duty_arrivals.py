from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.on-duty-arrivals",
    given="""
    residences
    record      | child | setting        | began_on   | ended_on
    residence:1 | 1     | on_duty_carer  | 2022-06-01 | 2023-01-15
    residence:2 | 1     | on_duty_carer  | 2023-06-01 | 2024-01-01
    residence:3 | 2     | on_duty_carer  | 2023-12-31 |
    residence:4 | 3     | community_home | 2023-02-01 | 2023-03-01
    """,
    value=2,
    evidence="residence:2 residence:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A child who came again came twice in all, once in this year."""
    found = [residence for residence in facts.residences if residence.setting == "on_duty_carer" and residence.began_on in year]
    return len(found), found
