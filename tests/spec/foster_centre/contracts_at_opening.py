from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.contracts-at-opening",
    given="""
    contracts
    record     | began_on   | ended_on
    contract:1 | 2020-01-01 |
    contract:2 | 2023-02-01 | 2023-08-01
    contract:3 | 2023-05-01 | 2024-01-01
    contract:4 | 2022-12-31 | 2023-12-31
    contract:5 | 2021-01-01 | 2023-01-01
    contract:6 | 2023-12-31 |
    """,
    value=3,
    evidence="contract:1 contract:4 contract:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Contracts of every kind; what ended on 1 January was in force the evening before."""
    found = [contract for contract in facts.contracts if lasts(contract, year.eve)]
    return len(found), found
