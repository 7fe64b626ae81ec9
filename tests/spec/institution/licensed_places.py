from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "institution.licensed-places",
    given="""
    licences
    record    | kind          | places | began_on   | ended_on
    licence:1 | licence       | 8      | 2021-01-07 |
    licence:2 | licence       | 5      | 2021-01-07 |
    licence:3 | licence       | 8      | 2021-01-07 | 2023-12-31
    licence:4 | accreditation | 20     | 2021-01-07 |
    """,
    value=13,
    evidence="licence:1 licence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Places of every licensed address are added."""
    found = [licence for licence in facts.licences if licence.kind == "licence" and lasts(licence, year.last)]
    return sum(licence.places for licence in found), found
