from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.contracts-ended",
    given="""
    contracts
    record     | ended_on
    contract:1 |
    contract:2 | 2023-08-01
    contract:3 | 2024-01-01
    contract:4 | 2023-12-31
    contract:5 | 2023-01-01
    contract:6 |
    """,
    value=3,
    evidence="contract:2 contract:4 contract:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """With the opening and the begun ones this makes the closing: 3 + 3 - 3 = 3."""
    found = [contract for contract in facts.contracts if contract.ended_on in year]
    return len(found), found
