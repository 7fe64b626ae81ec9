from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.family-share",
    given="""
    guardianships
    record         | child | form          | began_on   | ended_on
    guardianship:1 | 1     | family        | 2020-01-01 |
    guardianship:2 | 2     | family        | 2020-01-01 | 2023-01-02
    guardianship:3 | 3     | family        | 2023-12-31 | 2024-01-01
    guardianship:4 | 4     | family        | 2020-01-01 |
    guardianship:5 | 5     | foster_centre | 2023-03-01 |
    guardianship:6 | 6     | family_home   | 2020-01-01 | 2023-01-01
    guardianship:7 | 7     | institution   | 2020-01-01 | 2023-06-30
    """,
    value=75,
    of=3,
    to=4,
    evidence="guardianship:1 guardianship:3 guardianship:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Three of four children live in a family, also abroad."""
    wards = [one for one in facts.guardianships if lasts(one, year.last)]
    in_families = [one for one in wards if one.form in ("family", "family_home")]
    return (different(one.child for one in in_families), different(one.child for one in wards)), in_families
