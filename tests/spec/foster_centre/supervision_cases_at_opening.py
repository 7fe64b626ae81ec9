from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.supervision-cases-at-opening",
    given="""
    cases
    record | kind                             | began_on   | ended_on
    case:1 | temporary_supervision_on_request | 2022-11-01 | 2023-02-01
    case:2 | temporary_supervision_on_request | 2023-01-01 | 2023-12-31
    case:3 | temporary_supervision_on_request | 2023-12-31 |
    case:4 | temporary_supervision_on_request | 2022-05-01 | 2023-01-01
    case:5 | temporary_supervision_on_request | 2024-01-01 |
    """,
    value=2,
    evidence="case:1 case:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """What closed on 1 January was open the evening before."""
    found = [case for case in facts.cases if case.kind == "temporary_supervision_on_request" and lasts(case, year.eve)]
    return len(found), found
