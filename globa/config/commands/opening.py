"""A command that reads records: the server runs, Django is set up, what the database refuses is said in one line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from globa.config import connection, embedded


@contextmanager
def records(role: connection.Role = "owner") -> Iterator[None]:
    """
    Open the records for a command.

    The keeper of the machine is nobody's colleague whom row security could ask for, so commands run as the owner.
    """
    os.environ.setdefault("GLOBA_DATABASE_ROLE", role)
    with nullcontext() if connection.is_external() else embedded.running():
        import django
        from django.utils import translation

        from globa.config.language import reader

        django.setup()
        with translation.override(reader()):
            yield
