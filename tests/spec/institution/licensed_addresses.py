from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "institution.licensed-addresses",
    given="""
    licences
    record    | kind          | address    | began_on   | ended_on
    licence:1 | licence       | Upės g. 1  | 2021-01-07 |
    licence:2 | licence       | Upės g. 1  | 2022-01-07 |
    licence:3 | licence       | Parko g. 2 | 2021-01-07 | 2023-06-01
    licence:4 | accreditation |            | 2021-01-07 |
    """,
    value=1,
    evidence="licence:1 licence:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """One address under two licences is one address; an accreditation is no licence."""
    found = [licence for licence in facts.licences if licence.kind == "licence" and lasts(licence, year.last)]
    return different(licence.address for licence in found), found
