from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.attested-person-people",
    given="""
    attendances
    record        | happened_on | activity | kind            | person | family | recipient_role | heads | provider_role      | minutes
    attendance:1  | 2023-01-01  | service  | coordination    | 1      | smith  | child          | 1     | foster_coordinator | 50
    attendance:2  | 2023-01-01  | service  | coordination    | 2      | smith  | guardian       | 1     | foster_coordinator | 50
    attendance:3  | 2023-05-01  | service  | psych           | 1      | smith  | child          | 1     | psychologist       | 60
    attendance:4  | 2023-05-01  | service  | gimk_help       | 3      |        | applicant      | 1     | attested_person    | 90
    attendance:5  | 2023-05-02  | event    | self_help_group | 2      | smith  | guardian       | 1     |                    | 120
    attendance:6  | 2023-05-02  | event    | self_help_group |        |        | public         | 7     |                    | 120
    attendance:7  | 2024-01-01  | service  | psych           | 4      | brown  | child          | 1     | psychologist       | 60
    attendance:8  | 2023-06-01  | event    | gimk_basic      | 3      | brown  | applicant      | 1     |                    | 180
    attendance:9  | 2023-06-08  | event    | gimk_basic      | 3      | brown  | applicant      | 1     |                    | 180
    attendance:10 | 2023-09-01  | event    | gimk_continuing | 2      | smith  | guardian       | 1     |                    | 180
    attendance:11 | 2023-10-01  | event    | staff_training  | 13     |        | worker         | 1     |                    | 240
    attendance:12 | 2023-10-01  | event    | staff_training  | 14     |        | worker         | 1     |                    | 240
    attendance:13 | 2023-10-01  | event    | staff_training  |        |        | public         | 3     |                    | 240
    attendance:14 | 2023-08-01  | service  | coordination    |        |        | public         | 4     | foster_coordinator | 30
    """,
    value=1,
    evidence="attendance:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Different named people of the same services."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "service" and attendance.provider_role == "attested_person" and attendance.happened_on in year
    ]
    return different(attendance.person for attendance in found), found
