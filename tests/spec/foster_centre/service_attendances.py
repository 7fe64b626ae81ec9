from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.service-attendances",
    given="""
    attendances
    record        | happened_on | activity | heads
    attendance:1  | 2023-01-01  | service  | 1
    attendance:2  | 2023-01-01  | service  | 1
    attendance:3  | 2023-05-01  | service  | 1
    attendance:4  | 2023-05-01  | service  | 1
    attendance:5  | 2023-05-02  | event    | 1
    attendance:7  | 2024-01-01  | service  | 1
    attendance:8  | 2023-06-01  | event    | 1
    attendance:9  | 2023-06-08  | event    | 1
    attendance:10 | 2023-09-01  | event    | 1
    attendance:14 | 2023-08-01  | service  | 4
    """,
    value=8,
    evidence="attendance:1 attendance:2 attendance:3 attendance:4 attendance:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """One person counted every time, and heads that nobody named."""
    found = [attendance for attendance in facts.attendances if attendance.activity == "service" and attendance.happened_on in year]
    return sum(attendance.heads for attendance in found), found
