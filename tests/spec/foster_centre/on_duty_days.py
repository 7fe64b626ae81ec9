from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "foster-centre.on-duty-days",
    given="""
    stays
    record | setting        | began_on   | ended_on
    stay:1 | on_duty_carer  | 2022-06-01 | 2023-01-15
    stay:2 | on_duty_carer  | 2023-06-01 | 2024-01-01
    stay:3 | on_duty_carer  | 2024-01-01 |
    stay:4 | community_home | 2023-02-01 |
    stay:5 | on_duty_carer  | 2023-12-31 |
    stay:6 | on_duty_carer  | 2022-01-01 | 2023-01-01
    """,
    value=229,
    evidence="stay:1 stay:2 stay:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Days within the period; the day of leaving is not one of them."""
    found = [stay for stay in facts.stays if stay.setting == "on_duty_carer" and lasts_in(stay, year)]
    return sum(lasts(stay, day) for stay in found for day in year.days), found
