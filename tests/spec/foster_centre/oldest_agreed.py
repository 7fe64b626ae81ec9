from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.oldest-agreed",
    given="""
    contracts
    record     | age_to | began_on   | ended_on
    contract:1 | 17     | 2020-01-01 |
    contract:2 | 12     | 2023-02-01 | 2023-08-01
    contract:3 | 12     | 2023-05-01 | 2024-01-01
    contract:4 | 18     | 2022-12-31 | 2023-12-31
    contract:5 | 17     | 2021-01-01 | 2023-01-01
    contract:6 | 14     | 2023-12-31 |
    """,
    value=17,
    evidence="contract:1 contract:3 contract:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The oldest age that some contract allows."""
    found = [contract for contract in facts.contracts if lasts(contract, year.last)]
    return max((contract.age_to for contract in found), default=None), found
