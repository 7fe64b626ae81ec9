"""Forms of reports: data, checked when it is read, versioned by the year from which it holds."""

from globa.reports.forms.form import Form, Signing, Wording
from globa.reports.forms.reading import codes, is_of_a_plan, is_on_a_day, of_period, read
from globa.reports.forms.refusals import IllFormed, NoFormForTheYear, UnknownForm

__all__ = [
    "Form",
    "IllFormed",
    "NoFormForTheYear",
    "Signing",
    "UnknownForm",
    "Wording",
    "codes",
    "is_of_a_plan",
    "is_on_a_day",
    "of_period",
    "read",
]
