"""Where Django looks for models."""

from globa.journal.explanations import Explanation
from globa.journal.operations import Operation
from globa.journal.readings import Reading
from globa.journal.seals import Seal

__all__ = ["Explanation", "Operation", "Reading", "Seal"]
