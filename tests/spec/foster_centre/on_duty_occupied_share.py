from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.on-duty-occupied-share",
    given="""
    stays
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | on_duty_carer  | 2022-06-01 |
    stay:2 | 2     | on_duty_carer  | 2022-06-01 |
    stay:3 | 3     | on_duty_carer  | 2022-06-01 |
    stay:4 | 4     | community_home | 2022-06-01 |

    contracts
    record     | carer | kind            | places | began_on   | ended_on
    contract:1 | 1     | on_duty_carer   | 2      | 2020-01-01 |
    contract:2 | 2     | permanent_carer | 5      | 2020-01-01 |
    """,
    value=150,
    of=3,
    to=2,
    evidence="stay:1 stay:2 stay:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """More children than places make more than a hundred percent: an emergency is shown, not hidden."""
    children = [stay for stay in facts.stays if stay.setting == "on_duty_carer" and lasts(stay, year.last)]
    contracts = [contract for contract in facts.contracts if contract.kind == "on_duty_carer" and lasts(contract, year.last)]
    return (different(stay.child for stay in children), sum(contract.places for contract in contracts)), children
