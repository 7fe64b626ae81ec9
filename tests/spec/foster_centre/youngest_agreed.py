from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.youngest-agreed",
    given="""
    contracts
    record     | age_from | began_on   | ended_on
    contract:1 | 0        | 2020-01-01 |
    contract:2 | 0        | 2023-02-01 | 2023-08-01
    contract:3 | 3        | 2023-05-01 | 2024-01-01
    contract:4 | 1        | 2022-12-31 | 2023-12-31
    contract:5 | 0        | 2021-01-01 | 2023-01-01
    contract:6 | 6        | 2023-12-31 |
    """,
    value=0,
    evidence="contract:1 contract:3 contract:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The youngest age that some contract allows."""
    found = [contract for contract in facts.contracts if lasts(contract, year.last)]
    return min((contract.age_from for contract in found), default=None), found
