from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.guardian-families-at-closing",
    given="""
    guardianships
    record         | form          | guardian_family | abroad | began_on   | ended_on
    guardianship:1 | family        | smith           | no     | 2020-01-01 |
    guardianship:2 | family        | smith           | no     | 2020-01-01 | 2023-01-02
    guardianship:3 | family        | brown           | no     | 2023-12-31 | 2024-01-01
    guardianship:4 | family        | rossi           | yes    | 2020-01-01 |
    guardianship:5 | foster_centre |                 | no     | 2023-03-01 |
    guardianship:6 | family_home   | jones           | no     | 2020-01-01 | 2023-01-01
    guardianship:7 | institution   |                 | no     | 2020-01-01 | 2023-06-30
    """,
    value=2,
    evidence="guardianship:1 guardianship:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """In force on the last day."""
    found = [
        guardianship
        for guardianship in facts.guardianships
        if guardianship.form == "family" and not guardianship.abroad and lasts(guardianship, year.last)
    ]
    return different(guardianship.guardian_family for guardianship in found), found
