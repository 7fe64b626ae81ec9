from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.self-help-attendances",
    given="""
    attendances
    record        | happened_on | activity | kind            | heads
    attendance:1  | 2023-01-01  | service  | coordination    | 1
    attendance:5  | 2023-05-02  | event    | self_help_group | 1
    attendance:6  | 2023-05-02  | event    | self_help_group | 7
    attendance:8  | 2023-06-01  | event    | gimk_basic      | 1
    attendance:9  | 2023-06-08  | event    | gimk_basic      | 1
    attendance:10 | 2023-09-01  | event    | gimk_continuing | 1
    attendance:11 | 2023-10-01  | event    | staff_training  | 1
    """,
    value=8,
    evidence="attendance:5 attendance:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Named and unnamed together."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "event" and attendance.kind == "self_help_group" and attendance.happened_on in year
    ]
    return sum(attendance.heads for attendance in found), found
