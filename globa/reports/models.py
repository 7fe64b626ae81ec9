"""Where Django looks for models."""

from globa.reports.exports.asked import Export
from globa.reports.exports.word_templates import WordTemplate
from globa.reports.implementation.beside import BesidePlan, EarlierYear
from globa.reports.implementation.group import GroupMember, WorkingGroup
from globa.reports.keeping.reports import Explanation, Report, Text
from globa.reports.keeping.standing import StandingText
from globa.reports.signing.frozen import Approval, Signature, SignedContent, SignedFigure, SignedRecord
from globa.reports.signing.on_paper import PaperSignature

__all__ = [
    "Approval",
    "BesidePlan",
    "EarlierYear",
    "Explanation",
    "Export",
    "GroupMember",
    "PaperSignature",
    "Report",
    "Signature",
    "SignedContent",
    "SignedFigure",
    "SignedRecord",
    "StandingText",
    "Text",
    "WordTemplate",
    "WorkingGroup",
]
