from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.children-with-on-duty-carers-at-opening",
    given="""
    stays
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | on_duty_carer  | 2022-06-01 | 2023-01-15
    stay:2 | 1     | on_duty_carer  | 2023-06-01 | 2024-01-01
    stay:3 | 2     | on_duty_carer  | 2024-01-01 |
    stay:4 | 3     | community_home | 2023-02-01 |
    stay:5 | 4     | on_duty_carer  | 2023-12-31 |
    stay:6 | 5     | on_duty_carer  | 2022-01-01 | 2023-01-01
    """,
    value=2,
    evidence="stay:1 stay:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who left on 1 January was there the evening before."""
    found = [stay for stay in facts.stays if stay.setting == "on_duty_carer" and lasts(stay, year.eve)]
    return different(stay.child for stay in found), found
