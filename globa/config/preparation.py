"""A database ready to be used: its tables, and for a first look its demonstration. Runs as the owner, with Django set up."""

from __future__ import annotations

import os
import sys

from globa.config import declared


def prepare() -> None:
    migrate()
    if declared.DEMO.value() and _is_empty():
        load_demonstration()
    warm()


def warm() -> None:
    """Compile the declarations now: else the first page of figures waits two seconds for it."""
    from globa.indicators.compiled import catalogue

    catalogue()


def migrate() -> None:
    """
    Bring the tables to this version.

    Row policies, grants and the views of the facts follow by the signal `post_migrate`; the cache's table is made
    first, so that they reach it.
    """
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)
    call_command("migrate", interactive=False, verbosity=0)


def load_demonstration() -> bool:
    """Whole or not at all; say whether it was loaded. Never beside people who are there already."""
    from django.db import transaction

    from globa.demonstration import load

    if not _is_empty():
        return False
    with transaction.atomic():
        load()
    return True


def _is_empty() -> bool:
    from globa.registry.models import Person, User

    return not Person.objects.exists() and not User.objects.exists()


def main() -> None:
    """Called by `globa run` in a process of its own, which gives its memory back."""
    import django

    from globa.config import printing
    from globa.config.language import translator
    from globa.config.trouble import as_refusal

    django.setup()
    try:
        prepare()
    except Exception as error:
        refusal = as_refusal(error)
        if refusal is None:
            raise
        printing.said(refusal.said(translator()))
        sys.exit(2)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "globa.config.settings")
    os.environ.setdefault("GLOBA_DATABASE_ROLE", "owner")
    main()
