from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.supervision-cases",
    given="""
    cases
    record | kind                             | began_on
    case:1 | temporary_supervision_on_request | 2022-11-01
    case:2 | temporary_supervision_on_request | 2023-01-01
    case:3 | temporary_supervision_on_request | 2023-12-31
    case:4 | temporary_supervision_on_request | 2022-05-01
    case:5 | temporary_supervision_on_request | 2024-01-01
    """,
    value=2,
    evidence="case:2 case:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Opened in the period."""
    found = [case for case in facts.cases if case.kind == "temporary_supervision_on_request" and case.began_on in year]
    return len(found), found
