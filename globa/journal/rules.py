"""Rules over several tables that no constraint can say: a trigger refuses the row and has a sentence."""

from __future__ import annotations

import pgtrigger
from django.utils.functional import Promise

from globa.journal.refusals import say

WRITTEN = pgtrigger.Insert | pgtrigger.Update


def refuses_others(
    name: str, unless: str, sentence: str | Promise, on: pgtrigger.Operation | pgtrigger.Operations = WRITTEN, *, alone: str = "",
) -> pgtrigger.Trigger:  # fmt: skip
    """
    Refuse a row that somebody may not write: whoever does not own the tables, `unless` the SQL condition holds.

    Of an update it may compare OLD with NEW; TG_OP tells which of the two it is.
    """
    return refuses(name, f"NOT globa_is_owner_of(TG_RELID) AND NOT coalesce(({unless}), false)", sentence, on=on, alone=alone)


def refuses(
    name: str, when: str, sentence: str | Promise, on: pgtrigger.Operation | pgtrigger.Operations = WRITTEN, *, alone: str = "",
) -> pgtrigger.Trigger:  # fmt: skip
    """
    Refuse a new or changed row (or what `on` says) for which the SQL condition holds.

    The condition reads other tables over all rows of the writer's organisation, also of people who are not opened to
    the writer: what is true does not depend on who looks.

    `alone` is SQL for a text: of two transactions that come with the same one the second waits, and then sees what the first did.
    """
    say(name, sentence)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=on,
        declare=[("counted", "text := current_setting('globa.counting', true)"), ("is_untrue", "boolean")],
        func=f"""
            {f"PERFORM pg_advisory_xact_lock(hashtextextended({alone}, 0));" if alone else ""}
            PERFORM set_config('globa.counting', 'on', true);
            is_untrue := {when};
            PERFORM set_config('globa.counting', coalesce(counted, ''), true);
            IF is_untrue THEN
                RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,
    )
