from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "institution.accreditations",
    given="""
    licences
    record    | kind          | began_on   | ended_on
    licence:1 | accreditation | 2022-01-01 |
    licence:2 | accreditation | 2020-01-01 | 2023-03-01
    licence:3 | licence       | 2021-01-07 |
    """,
    value=1,
    evidence="licence:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only accreditations in force on the last day."""
    found = [licence for licence in facts.licences if licence.kind == "accreditation" and lasts(licence, year.last)]
    return len(found), found
