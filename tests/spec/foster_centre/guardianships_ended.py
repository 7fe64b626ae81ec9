from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.guardianships-ended",
    given="""
    guardianships
    record         | ended_on
    guardianship:1 |
    guardianship:2 | 2023-01-02
    guardianship:3 | 2024-01-01
    guardianship:4 |
    guardianship:5 |
    guardianship:6 | 2023-01-01
    guardianship:7 | 2023-06-30
    """,
    value=3,
    evidence="guardianship:2 guardianship:6 guardianship:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Ended in the period: 5 + 2 - 3 = 4."""
    found = [guardianship for guardianship in facts.guardianships if guardianship.ended_on in year]
    return len(found), found
