"""Where Django looks for models."""

from globa.reports.keeping.reports import Explanation, Report, Text
from globa.reports.signing.frozen import Approval, Signature, SignedContent, SignedFigure, SignedRecord

__all__ = ["Approval", "Explanation", "Report", "Signature", "SignedContent", "SignedFigure", "SignedRecord", "Text"]
