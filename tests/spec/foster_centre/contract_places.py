from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.contract-places",
    given="""
    contracts
    record     | carer | kind            | places | age_from | age_to | began_on   | ended_on
    contract:1 | 1     | on_duty_carer   | 3      | 0        | 17     | 2020-01-01 |
    contract:2 | 1     | on_duty_carer   | 2      | 0        | 12     | 2023-02-01 | 2023-08-01
    contract:3 | 2     | on_duty_carer   | 2      | 3        | 10     | 2023-05-01 | 2024-01-01
    contract:4 | 3     | permanent_carer | 1      | 1        | 18     | 2022-12-31 | 2023-12-31
    contract:5 | 4     | on_duty_carer   | 3      | 0        | 17     | 2021-01-01 | 2023-01-01
    contract:6 | 5     | permanent_carer | 1      | 6        | 14     | 2023-12-31 |
    """,
    value=6,
    evidence="contract:1 contract:3 contract:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Places of the contracts in force on the last day."""
    found = [contract for contract in facts.contracts if lasts(contract, year.last)]
    return sum(contract.places for contract in found), found
