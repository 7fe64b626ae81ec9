from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.contracts-begun",
    given="""
    contracts
    record     | began_on
    contract:1 | 2020-01-01
    contract:2 | 2023-02-01
    contract:3 | 2023-05-01
    contract:4 | 2022-12-31
    contract:5 | 2021-01-01
    contract:6 | 2023-12-31
    """,
    value=3,
    evidence="contract:2 contract:3 contract:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Contracts of every kind."""
    found = [contract for contract in facts.contracts if contract.began_on in year]
    return len(found), found
