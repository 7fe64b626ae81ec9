"""Where Django looks for models."""

from globa.importers.checked_documents.answers import Answer
from globa.importers.checked_documents.documents import CheckedDocument
from globa.importers.plans.kept import PlanImport

__all__ = ["Answer", "CheckedDocument", "PlanImport"]
