"""
Which rows of a table the web's role may see: declared on the model as `protection`.

The policies themselves are made from these declarations after every migration, for the table and for
its history. A model without one fails a test.
"""

from __future__ import annotations

from enum import Enum


class Protection(Enum):
    """What a row-level policy compares."""

    ORGANISATION = "rows of the organisations that the actor may see (column organisation_id)"
    INVOLVEMENT = "rows of persons with whom such an organisation is involved (column person_id)"
    PERSON = "persons with whom such an organisation is involved (column id)"
    OPERATION = "operations of such an organisation, and the actor's own"
    READING = "who looked: the head and the data-protection officer of the organisation, and one's own looks"
    SHARED = "reference data: everybody reads, the owner writes"
    ADMINISTERED = "shared data: everybody reads, and a trigger of the table says who writes"
    ACCOUNT = "accounts: read before anybody is signed in"
    SESSION = "sessions: opened, continued and ended before it is known whose they are"
    INDEX = "written and read by functions of the database only, which run as the owner; the web has no right to it at all"
    OWN = "rows of the actor's own account (column user_id), which may be deleted"
