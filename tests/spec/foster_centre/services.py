from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.services",
    given="""
    services
    record    | happened_on
    service:1 | 2023-01-01
    service:2 | 2023-12-31
    service:3 | 2023-06-01
    service:4 | 2023-06-02
    service:5 | 2024-01-01
    service:6 | 2022-12-31
    service:7 | 2023-07-01
    """,
    value=5,
    evidence="service:1 service:2 service:3 service:4 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """From the first day to the last, whoever gave it."""
    found = [service for service in facts.services if service.happened_on in year]
    return len(found), found
