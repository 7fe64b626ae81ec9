"""A worker who drops documents; readers and rules are stood in for, as they have tests of their own."""

from tests.importers.checked_documents.conftest import dropped
from tests.web.at_work import as_role, client, elsewhere, here, in_english, in_the_name_of

__all__ = ["as_role", "client", "dropped", "elsewhere", "here", "in_english", "in_the_name_of"]
