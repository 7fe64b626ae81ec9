from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.under-temporary-guardianship",
    given="""
    guardianships
    record         | child | kind      | form        | began_on   | ended_on
    guardianship:1 | 1     | temporary | institution | 2022-01-01 |
    guardianship:2 | 2     | permanent | institution | 2022-01-01 |
    guardianship:3 | 3     | temporary | family      | 2022-01-01 |
    guardianship:4 | 4     | temporary | institution | 2022-01-01 | 2023-12-31
    """,
    value=1,
    evidence="guardianship:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only where the institution itself is the guardian on the last day."""
    found = [
        guardianship
        for guardianship in facts.guardianships
        if guardianship.form == "institution" and guardianship.kind == "temporary" and lasts(guardianship, year.last)
    ]
    return different(guardianship.child for guardianship in found), found
