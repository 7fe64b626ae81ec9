from tests.spec.language import Facts, Result, Year, different, lasts_in, spec


@spec(
    "foster-centre.wards-in-families",
    given="""
    guardianships
    record         | child | form          | abroad | began_on   | ended_on
    guardianship:1 | 1     | family        | no     | 2020-01-01 |
    guardianship:2 | 2     | family        | no     | 2020-01-01 | 2023-01-02
    guardianship:3 | 3     | family        | no     | 2023-12-31 | 2024-01-01
    guardianship:4 | 4     | family        | yes    | 2020-01-01 |
    guardianship:5 | 5     | foster_centre | no     | 2023-03-01 |
    guardianship:6 | 6     | family_home   | no     | 2020-01-01 | 2023-01-01
    guardianship:7 | 7     | institution   | no     | 2020-01-01 | 2023-06-30
    """,
    value=3,
    evidence="guardianship:1 guardianship:2 guardianship:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The children of those families, each once."""
    found = [
        guardianship
        for guardianship in facts.guardianships
        if guardianship.form == "family" and not guardianship.abroad and lasts_in(guardianship, year)
    ]
    return different(guardianship.child for guardianship in found), found
