from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.permanent-guardianships",
    given="""
    guardianships
    record         | kind      | began_on   | ended_on
    guardianship:1 | permanent | 2020-01-01 |
    guardianship:2 | permanent | 2020-01-01 | 2023-01-02
    guardianship:3 | temporary | 2023-12-31 | 2024-01-01
    guardianship:4 | permanent | 2020-01-01 |
    guardianship:5 | temporary | 2023-03-01 |
    guardianship:6 | permanent | 2020-01-01 | 2023-01-01
    guardianship:7 | permanent | 2020-01-01 | 2023-06-30
    """,
    value=2,
    evidence="guardianship:1 guardianship:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Permanent ones of every form."""
    found = [guardianship for guardianship in facts.guardianships if guardianship.kind == "permanent" and lasts(guardianship, year.last)]
    return len(found), found
