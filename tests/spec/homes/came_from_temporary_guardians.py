from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "homes.came-from-temporary-guardians",
    given="""
    residences
    record      | child | setting        | began_on   | origin
    residence:1 | 1     | community_home | 2023-02-01 | temporary_guardians
    residence:2 | 1     | community_home | 2023-06-01 | temporary_guardians
    residence:3 | 2     | community_home | 2023-06-01 | permanent_guardians
    residence:4 | 3     | community_home | 2024-01-01 | temporary_guardians
    residence:5 | 4     | on_duty_carer  | 2023-06-01 | temporary_guardians
    """,
    value=1,
    evidence="residence:1 residence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A child who came twice is one child."""
    found = [
        residence
        for residence in facts.residences
        if residence.setting == "community_home" and residence.origin == "temporary_guardians" and residence.began_on in year
    ]
    return different(residence.child for residence in found), found
