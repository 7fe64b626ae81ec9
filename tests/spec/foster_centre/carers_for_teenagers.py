from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.carers-for-teenagers",
    given="""
    contracts
    record     | carer | kind            | age_to | began_on   | ended_on
    contract:1 | 1     | on_duty_carer   | 17     | 2020-01-01 |
    contract:2 | 1     | on_duty_carer   | 12     | 2023-02-01 | 2023-08-01
    contract:3 | 2     | on_duty_carer   | 12     | 2023-05-01 | 2024-01-01
    contract:4 | 3     | permanent_carer | 18     | 2022-12-31 | 2023-12-31
    contract:5 | 4     | on_duty_carer   | 17     | 2021-01-01 | 2023-01-01
    contract:6 | 5     | permanent_carer | 14     | 2023-12-31 |
    """,
    value=1,
    evidence="contract:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """An agreed age up to twelve is not enough."""
    found = [
        contract for contract in facts.contracts if contract.kind == "on_duty_carer" and contract.age_to > 12 and lasts(contract, year.last)
    ]
    return different(contract.carer for contract in found), found
