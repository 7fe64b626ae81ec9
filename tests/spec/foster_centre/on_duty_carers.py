from tests.spec.language import Facts, Result, Year, different, lasts_in, spec


@spec(
    "foster-centre.on-duty-carers",
    given="""
    contracts
    record     | carer | kind            | began_on   | ended_on
    contract:1 | 1     | on_duty_carer   | 2020-01-01 |
    contract:2 | 1     | on_duty_carer   | 2023-02-01 | 2023-08-01
    contract:3 | 2     | on_duty_carer   | 2023-05-01 | 2024-01-01
    contract:4 | 3     | permanent_carer | 2022-12-31 | 2023-12-31
    contract:5 | 4     | on_duty_carer   | 2021-01-01 | 2023-01-01
    contract:6 | 5     | permanent_carer | 2023-12-31 |
    """,
    value=2,
    evidence="contract:1 contract:2 contract:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Two contracts of one carer are one carer; a contract over before the first day is none."""
    found = [contract for contract in facts.contracts if contract.kind == "on_duty_carer" and lasts_in(contract, year)]
    return different(contract.carer for contract in found), found
