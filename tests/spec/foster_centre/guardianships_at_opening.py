from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.guardianships-at-opening",
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
    value=5,
    evidence="guardianship:1 guardianship:2 guardianship:4 guardianship:6 guardianship:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of every form; what ended on 1 January was in force the evening before."""
    found = [guardianship for guardianship in facts.guardianships if lasts(guardianship, year.eve)]
    return len(found), found
