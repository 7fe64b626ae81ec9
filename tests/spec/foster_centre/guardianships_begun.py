from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.guardianships-begun",
    given="""
    guardianships
    record         | began_on
    guardianship:1 | 2020-01-01
    guardianship:2 | 2020-01-01
    guardianship:3 | 2023-12-31
    guardianship:4 | 2020-01-01
    guardianship:5 | 2023-03-01
    guardianship:6 | 2020-01-01
    guardianship:7 | 2020-01-01
    """,
    value=2,
    evidence="guardianship:3 guardianship:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Set in the period."""
    found = [guardianship for guardianship in facts.guardianships if guardianship.began_on in year]
    return len(found), found
