from tests.spec.language import Facts, Result, Year, spec


@spec(
    "projects.project-services",
    given="""
    services
    record    | happened_on | payer_kind
    service:1 | 2023-01-01  | own_budget
    service:2 | 2023-12-31  | own_budget
    service:3 | 2023-06-01  | eu_project
    service:4 | 2023-06-02  | other_project
    service:5 | 2024-01-01  | own_budget
    service:6 | 2022-12-31  | own_budget
    service:7 | 2023-07-01  | plan_line
    """,
    value=2,
    evidence="service:3 service:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Paid by any project."""
    found = [service for service in facts.services if service.payer_kind in ("eu_project", "other_project") and service.happened_on in year]
    return len(found), found
