"""Where Django looks for models."""

from globa.casework.cases import Case, CaseChild
from globa.casework.conclusions import Conclusion, Recommendation
from globa.casework.groups import Attendance, Course, Event
from globa.casework.plans import AssessmentWithPlan
from globa.casework.recruitment.enquiries import Enquiry
from globa.casework.services import Recipient, Service

__all__ = [
    "AssessmentWithPlan",
    "Attendance",
    "Case",
    "CaseChild",
    "Conclusion",
    "Course",
    "Enquiry",
    "Event",
    "Recipient",
    "Recommendation",
    "Service",
]
