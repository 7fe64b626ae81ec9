from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.self-help-people",
    given="""
    attendances
    record        | happened_on | activity | kind            | person
    attendance:2  | 2023-01-01  | service  | coordination    | 2
    attendance:5  | 2023-05-02  | event    | self_help_group | 2
    attendance:6  | 2023-05-02  | event    | self_help_group |
    attendance:8  | 2023-06-01  | event    | gimk_basic      | 3
    attendance:9  | 2023-06-08  | event    | gimk_basic      | 3
    attendance:10 | 2023-09-01  | event    | gimk_continuing | 2
    attendance:13 | 2023-10-01  | event    | staff_training  |
    """,
    value=1,
    evidence="attendance:5 attendance:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only those with a name can be told apart."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "event" and attendance.kind == "self_help_group" and attendance.happened_on in year
    ]
    return different(attendance.person for attendance in found), found
