from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "homes.came-of-age",
    given="""
    residences
    record      | child | setting        | ended_on   | destination
    residence:1 | 1     | community_home | 2023-01-01 | came_of_age
    residence:2 | 2     | community_home | 2023-12-31 | came_of_age
    residence:3 | 3     | community_home | 2024-01-01 | came_of_age
    residence:4 | 4     | community_home | 2023-05-01 | emancipated
    residence:5 | 5     | on_duty_carer  | 2023-06-01 | came_of_age
    """,
    value=2,
    evidence="residence:1 residence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The day of leaving decides, and where to."""
    found = [
        residence
        for residence in facts.residences
        if residence.setting == "community_home" and residence.destination == "came_of_age" and residence.ended_on in year
    ]
    return different(residence.child for residence in found), found
