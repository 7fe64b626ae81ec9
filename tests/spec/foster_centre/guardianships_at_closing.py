from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.guardianships-at-closing",
    given="""
    guardianships
    record         | began_on   | ended_on
    guardianship:1 | 2020-01-01 |
    guardianship:2 | 2020-01-01 | 2023-01-02
    guardianship:3 | 2023-12-31 | 2024-01-01
    guardianship:4 | 2020-01-01 |
    guardianship:5 | 2023-03-01 |
    guardianship:6 | 2020-01-01 | 2023-01-01
    guardianship:7 | 2020-01-01 | 2023-06-30
    """,
    value=4,
    evidence="guardianship:1 guardianship:3 guardianship:4 guardianship:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """In force on the last day."""
    found = [guardianship for guardianship in facts.guardianships if lasts(guardianship, year.last)]
    return len(found), found
