from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.supervision-cases-closed",
    given="""
    cases
    record | kind                             | ended_on
    case:1 | temporary_supervision_on_request | 2023-02-01
    case:2 | temporary_supervision_on_request | 2023-12-31
    case:3 | temporary_supervision_on_request |
    case:4 | temporary_supervision_on_request | 2023-01-01
    case:5 | temporary_supervision_on_request |
    """,
    value=3,
    evidence="case:1 case:2 case:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Closed in the period: 2 + 2 - 3 = 1."""
    found = [case for case in facts.cases if case.kind == "temporary_supervision_on_request" and case.ended_on in year]
    return len(found), found
