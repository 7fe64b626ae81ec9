from tests.spec.language import Facts, Result, Year, full_years, lasts, spec


@spec(
    "homes.oldest",
    given="""
    stays
    record | setting        | birth_date | began_on   | ended_on
    stay:1 | community_home | 2002-12-31 | 2019-05-01 |
    stay:2 | community_home | 2004-02-29 | 2019-05-01 |
    stay:3 | on_duty_carer  | 1999-01-01 | 2019-05-01 |
    """,
    value=21,
    evidence="stay:1 stay:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Residents stay after coming of age while they study; who was born on 29 February has that birthday on 1 March."""
    found = [stay for stay in facts.stays if stay.setting == "community_home" and lasts(stay, year.last)]
    ages = [full_years(stay.birth_date, year.last) for stay in found if stay.birth_date]
    return max(ages, default=None), found
