"""The journal of who looked is whole: what `globa audit verify` says in full, as one of the things that must hold."""

from __future__ import annotations

from typing import Any

import psycopg

from globa.config.invariants.invariant import SHOWN, Answer, Invariant
from globa.vocabulary.words import message as _

CHAIN = Invariant("journal-chain", _("the journal of who looked is whole, seal by seal"), "")


def journal_chain(opened: psycopg.Connection[tuple[Any, ...]]) -> Answer:
    """`records` name the faults; their sentences are said by the command."""
    from globa.journal.verifying import verify

    faults = verify(lambda question, values: opened.execute(question, values or None).fetchall())
    return Answer(CHAIN, len(faults), tuple(str(fault.kind) for fault in faults[:SHOWN]))
