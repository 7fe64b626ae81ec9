from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.home-visits",
    given="""
    services
    record    | happened_on | service_setting
    service:1 | 2023-01-01  | home
    service:2 | 2023-12-31  | phone
    service:3 | 2023-06-01  | centre
    service:4 | 2023-06-02  | home
    service:5 | 2024-01-01  | home
    service:6 | 2022-12-31  | centre
    service:7 | 2023-07-01  | online
    """,
    value=2,
    evidence="service:1 service:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """By everybody."""
    found = [service for service in facts.services if service.service_setting == "home" and service.happened_on in year]
    return len(found), found
