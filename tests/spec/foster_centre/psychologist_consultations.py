from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.psychologist-consultations",
    given="""
    services
    record    | happened_on | provider_role
    service:1 | 2023-01-01  | foster_coordinator
    service:2 | 2023-12-31  | foster_coordinator
    service:3 | 2023-06-01  | psychologist
    service:4 | 2023-06-02  | attested_person
    service:5 | 2024-01-01  | foster_coordinator
    service:6 | 2022-12-31  | psychologist
    service:7 | 2023-07-01  | psychologist
    """,
    value=2,
    evidence="service:3 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Times, however many people were helped at once."""
    found = [service for service in facts.services if service.provider_role == "psychologist" and service.happened_on in year]
    return len(found), found
