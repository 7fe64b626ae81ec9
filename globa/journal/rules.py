"""Rules over several tables that no constraint can say: a trigger refuses the row and has a sentence."""

from __future__ import annotations

import pgtrigger
from django.utils.functional import Promise

from globa.journal.refusals import say


def refuses(
    name: str, when: str, sentence: str | Promise, on: pgtrigger.Operation | pgtrigger.Operations = pgtrigger.Insert | pgtrigger.Update
) -> pgtrigger.Trigger:
    """
    Refuse a new or changed row (or what `on` says) for which the SQL condition holds.

    The condition may read other tables as the writer sees them, so what it compares must be visible to
    whoever may write the row (composite keys keep it inside the organisation).
    """
    say(name, sentence)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=on,
        func=f"""
            IF {when} THEN
                RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,
    )
