from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.coordinator-people",
    given="""
    attendances
    record        | happened_on | activity | person | provider_role
    attendance:1  | 2023-01-01  | service  | 1      | foster_coordinator
    attendance:2  | 2023-01-01  | service  | 2      | foster_coordinator
    attendance:3  | 2023-05-01  | service  | 1      | psychologist
    attendance:4  | 2023-05-01  | service  | 3      | attested_person
    attendance:5  | 2023-05-02  | event    | 2      |
    attendance:6  | 2023-05-02  | event    |        |
    attendance:7  | 2024-01-01  | service  | 4      | psychologist
    attendance:14 | 2023-08-01  | service  |        | foster_coordinator
    """,
    value=2,
    evidence="attendance:1 attendance:2 attendance:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Different named people of the same services."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "service" and attendance.provider_role == "foster_coordinator" and attendance.happened_on in year
    ]
    return different(attendance.person for attendance in found), found
