from tests.spec.language import Facts, Result, Year, hours, spec


@spec(
    "foster-centre.psychologist-hours",
    given="""
    services
    record    | happened_on | provider_role      | minutes
    service:1 | 2023-01-01  | foster_coordinator | 50
    service:2 | 2023-12-31  | foster_coordinator | 20
    service:3 | 2023-06-01  | psychologist       | 60
    service:4 | 2023-06-02  | attested_person    | 90
    service:5 | 2024-01-01  | foster_coordinator | 60
    service:6 | 2022-12-31  | psychologist       | 60
    service:7 | 2023-07-01  | psychologist       |
    """,
    value="1",
    evidence="service:3 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The hours of the same services."""
    found = [service for service in facts.services if service.provider_role == "psychologist" and service.happened_on in year]
    return hours(service.minutes for service in found), found
