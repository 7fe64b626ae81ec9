from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.workers-who-helped",
    given="""
    services
    record    | happened_on | provider
    service:1 | 2023-01-01  | 11
    service:2 | 2023-12-31  | 11
    service:3 | 2023-06-01  | 12
    service:4 | 2023-06-02  | 13
    service:5 | 2024-01-01  | 11
    service:6 | 2022-12-31  | 12
    service:7 | 2023-07-01  | 14
    """,
    value=4,
    evidence="service:1 service:2 service:3 service:4 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Different workers, not times."""
    found = [service for service in facts.services if service.happened_on in year]
    return different(service.provider for service in found), found
