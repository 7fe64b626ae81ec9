from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.new-on-duty-carers",
    given="""
    contracts
    record     | carer | kind            | began_on
    contract:1 | 1     | on_duty_carer   | 2020-01-01
    contract:2 | 1     | on_duty_carer   | 2023-02-01
    contract:3 | 2     | on_duty_carer   | 2023-05-01
    contract:4 | 3     | permanent_carer | 2022-12-31
    contract:5 | 4     | on_duty_carer   | 2021-01-01
    contract:6 | 5     | permanent_carer | 2023-12-31
    """,
    value=2,
    evidence="contract:2 contract:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Contracts that began in the period."""
    found = [contract for contract in facts.contracts if contract.kind == "on_duty_carer" and contract.began_on in year]
    return different(contract.carer for contract in found), found
