"""Where Django looks for models."""

from globa.casework.carers.messages import Message
from globa.casework.carers.planned import PlannedMeeting
from globa.casework.carers.satisfaction import Asked, Survey, Tally
from globa.casework.cases import Case, CaseChild
from globa.casework.conclusions import Conclusion, Recommendation
from globa.casework.groups import Attendance, Course, Event
from globa.casework.plans import AssessmentWithPlan
from globa.casework.recruitment.enquiries import Enquiry
from globa.casework.services import Recipient, Service

__all__ = [
    "Asked",
    "AssessmentWithPlan",
    "Attendance",
    "Case",
    "CaseChild",
    "Conclusion",
    "Course",
    "Enquiry",
    "Event",
    "Message",
    "PlannedMeeting",
    "Recipient",
    "Recommendation",
    "Service",
    "Survey",
    "Tally",
]
