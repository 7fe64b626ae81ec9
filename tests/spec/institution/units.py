from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "institution.units",
    given="""
    units
    record | unit       | began_on   | ended_on
    unit:1 | homes      | 2015-01-01 |
    unit:2 | centre     | 2018-07-01 |
    unit:3 | day-centre | 2016-01-01 | 2023-12-31
    unit:4 | later      | 2024-01-01 |
    """,
    value=2,
    evidence="unit:1 unit:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A unit that closed on the last day is no longer there that evening."""
    found = [unit for unit in facts.units if lasts(unit, year.last)]
    return different(unit.unit for unit in found), found
