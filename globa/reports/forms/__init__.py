"""Forms of reports: data, checked when it is read, versioned by the year from which it holds."""

from globa.reports.forms.form import Form, Signing, Wording
from globa.reports.forms.reading import codes, read
from globa.reports.forms.refusals import IllFormed, NoFormForTheYear, UnknownForm

__all__ = ["Form", "IllFormed", "NoFormForTheYear", "Signing", "UnknownForm", "Wording", "codes", "read"]
