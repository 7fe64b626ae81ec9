"""Where Django looks for models."""

from globa.importers.checked_documents.answers import Answer
from globa.importers.checked_documents.documents import CheckedDocument

__all__ = ["Answer", "CheckedDocument"]
