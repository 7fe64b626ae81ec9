from tests.spec.language import Facts, Result, Year, spec


@spec(
    "homes.moves",
    given="""
    stays
    record | setting        | origin           | began_on
    stay:1 | community_home | parents          | 2023-02-01
    stay:2 | community_home | same_institution | 2023-03-01
    stay:3 | community_home | same_institution | 2023-04-01
    stay:4 | on_duty_carer  | same_institution | 2023-04-01
    """,
    value=2,
    evidence="stay:2 stay:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A move inside the institution is neither an arrival nor a departure, but is counted here."""
    found = [
        stay for stay in facts.stays if stay.setting == "community_home" and stay.origin == "same_institution" and stay.began_on in year
    ]
    return len(found), found
