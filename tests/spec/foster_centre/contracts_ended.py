from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.contracts-ended",
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
    value=3,
    evidence="contract:2 contract:4 contract:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """With the opening and the begun ones this makes the closing: 3 + 3 - 3 = 3."""
    found = [contract for contract in facts.contracts if contract.ended_on in year]
    return len(found), found
