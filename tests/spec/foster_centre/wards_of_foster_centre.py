from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.wards-of-foster-centre",
    given="""
    guardianships
    record         | child | form          | began_on   | ended_on
    guardianship:1 | 1     | family        | 2020-01-01 |
    guardianship:2 | 2     | family        | 2020-01-01 | 2023-01-02
    guardianship:3 | 3     | family        | 2023-12-31 | 2024-01-01
    guardianship:4 | 4     | family        | 2020-01-01 |
    guardianship:5 | 5     | foster_centre | 2023-03-01 |
    guardianship:6 | 6     | family_home   | 2020-01-01 | 2023-01-01
    """,
    value=1,
    evidence="guardianship:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Children with on-duty carers have the foster centre for a guardian."""
    found = [
        guardianship for guardianship in facts.guardianships if guardianship.form == "foster_centre" and lasts(guardianship, year.last)
    ]
    return different(guardianship.child for guardianship in found), found
