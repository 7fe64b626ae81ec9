from tests.spec.language import Facts, Result, Year, hours, spec


@spec(
    "foster-centre.service-hours",
    given="""
    services
    record    | happened_on | minutes
    service:1 | 2023-01-01  | 50
    service:2 | 2023-12-31  | 20
    service:3 | 2023-06-01  | 60
    service:4 | 2023-06-02  | 90
    service:5 | 2024-01-01  | 60
    service:6 | 2022-12-31  | 60
    service:7 | 2023-07-01  |
    """,
    value="3.67",
    evidence="service:1 service:2 service:3 service:4 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """220 minutes; a service whose length nobody wrote down adds nothing."""
    found = [service for service in facts.services if service.happened_on in year]
    return hours(service.minutes for service in found), found
