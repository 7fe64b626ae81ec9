from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.contract-places",
    given="""
    contracts
    record     | places | began_on   | ended_on
    contract:1 | 3      | 2020-01-01 |
    contract:2 | 2      | 2023-02-01 | 2023-08-01
    contract:3 | 2      | 2023-05-01 | 2024-01-01
    contract:4 | 1      | 2022-12-31 | 2023-12-31
    contract:5 | 3      | 2021-01-01 | 2023-01-01
    contract:6 | 1      | 2023-12-31 |
    """,
    value=6,
    evidence="contract:1 contract:3 contract:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Places of the contracts in force on the last day."""
    found = [contract for contract in facts.contracts if lasts(contract, year.last)]
    return sum(contract.places for contract in found), found
