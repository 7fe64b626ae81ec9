from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.on-duty-arrivals",
    given="""
    residences
    record      | setting        | began_on
    residence:1 | on_duty_carer  | 2022-06-01
    residence:2 | on_duty_carer  | 2023-06-01
    residence:3 | on_duty_carer  | 2023-12-31
    residence:4 | community_home | 2023-02-01
    """,
    value=2,
    evidence="residence:2 residence:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A child who came again came twice in all, once in this year."""
    found = [residence for residence in facts.residences if residence.setting == "on_duty_carer" and residence.began_on in year]
    return len(found), found
