from tests.spec.language import Facts, Result, Year, hours, spec


@spec(
    "foster-centre.service-hours",
    given="""
    services
    record    | happened_on | service      | provider | provider_role      | service_setting | minutes | payer_kind
    service:1 | 2023-01-01  | coordination | 11       | foster_coordinator | home            | 50      | own_budget
    service:2 | 2023-12-31  | coordination | 11       | foster_coordinator | phone           | 20      | own_budget
    service:3 | 2023-06-01  | psych        | 12       | psychologist       | centre          | 60      | eu_project
    service:4 | 2023-06-02  | gimk_help    | 13       | attested_person    | home            | 90      | other_project
    service:5 | 2024-01-01  | coordination | 11       | foster_coordinator | home            | 60      | own_budget
    service:6 | 2022-12-31  | psych        | 12       | psychologist       | centre          | 60      | own_budget
    service:7 | 2023-07-01  | psych        | 14       | psychologist       | online          |         | plan_line
    """,
    value="3.67",
    evidence="service:1 service:2 service:3 service:4 service:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """220 minutes; a service whose length nobody wrote down adds nothing."""
    found = [service for service in facts.services if service.happened_on in year]
    return hours(service.minutes for service in found), found
