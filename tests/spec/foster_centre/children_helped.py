from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.children-helped",
    given="""
    attendances
    record        | happened_on | activity | person | recipient_role
    attendance:1  | 2023-01-01  | service  | 1      | child
    attendance:2  | 2023-01-01  | service  | 2      | guardian
    attendance:3  | 2023-05-01  | service  | 1      | child
    attendance:4  | 2023-05-01  | service  | 3      | applicant
    attendance:5  | 2023-05-02  | event    | 2      | guardian
    attendance:7  | 2024-01-01  | service  | 4      | child
    attendance:14 | 2023-08-01  | service  |        | public
    """,
    value=1,
    evidence="attendance:1 attendance:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only those helped as children."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "service" and attendance.recipient_role == "child" and attendance.happened_on in year
    ]
    return different(attendance.person for attendance in found), found
