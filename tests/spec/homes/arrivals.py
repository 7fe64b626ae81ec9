from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.arrivals",
    given="""
    residences
    record      | setting        | began_on
    residence:1 | community_home | 2023-01-01
    residence:2 | community_home | 2023-06-01
    residence:3 | community_home | 2022-12-31
    residence:4 | on_duty_carer  | 2023-06-01
    """,
    value=2,
    evidence="residence:1 residence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each arrival counts, from wherever; the day of coming decides."""
    found = [residence for residence in facts.residences if residence.setting == "community_home" and residence.began_on in year]
    return len(found), found
