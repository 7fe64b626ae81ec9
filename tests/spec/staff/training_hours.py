from tests.spec.language import Facts, Result, Year, hours, spec


@spec(
    "staff.training-hours",
    given="""
    attendances
    record        | happened_on | activity | kind            | recipient_role | minutes
    attendance:5  | 2023-05-02  | event    | self_help_group | guardian       | 120
    attendance:6  | 2023-05-02  | event    | self_help_group | public         | 120
    attendance:8  | 2023-06-01  | event    | gimk_basic      | applicant      | 180
    attendance:9  | 2023-06-08  | event    | gimk_basic      | applicant      | 180
    attendance:11 | 2023-10-01  | event    | staff_training  | worker         | 240
    attendance:12 | 2023-10-01  | event    | staff_training  | worker         | 240
    attendance:13 | 2023-10-01  | event    | staff_training  | public         | 240
    """,
    value=8,
    evidence="attendance:11 attendance:12",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each worker's hours are counted; guests are not workers."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "event"
        and attendance.kind == "staff_training"
        and attendance.recipient_role == "worker"
        and attendance.happened_on in year
    ]
    return hours(attendance.minutes for attendance in found), found
