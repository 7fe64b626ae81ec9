"""Whether this installation may be opened to its users, and whether what must hold of its records holds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from globa.config import connection, embedded, printing
from globa.config.commands.arguments import Arguments
from globa.config.language import translator

BROKEN = 1


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("check", __doc__ or "")
    parser.add_argument("--roles", action="store_true", dest="roles_only")
    parser.add_json()
    asked = parser.parse_args(arguments)
    with nullcontext() if connection.is_external() else embedded.running():
        roles = _roles()
        found = [] if asked.roles_only else _invariants()
    if asked.as_json:
        printing.result({"roles": roles, "invariants": found}, as_json=True)
        return BROKEN if any(not one["holds"] for one in found) else 0
    printing.result(roles, as_json=False)
    if found:
        print()
        printing.result([_for_people(one) for one in found], as_json=False)
    return BROKEN if any(not one["holds"] for one in found) else 0


def _roles() -> list[dict[str, Any]]:
    from globa.config import safety

    found = safety.check()
    import django
    from django.core.management import call_command

    django.setup()
    call_command("check", verbosity=0, stdout=sys.stderr)
    for warning in found.warnings():
        printing.said(warning)
    return [{"role": one.role, "user": one.user, "server": one.version} for one in found.seen]


def _invariants() -> list[dict[str, Any]]:
    """As the owner, who sees every row: what is broken is broken for everybody."""
    from globa.config.backup.database import Database
    from globa.config.invariants.invariant import ask
    from globa.config.invariants.journal import journal_chain
    from globa.config.invariants.records import OF_RECORDS
    from globa.config.invariants.walls import of_walls

    translate = translator()
    with Database.of_the_owner().opened() as opened:
        answers = [*ask(opened, [*OF_RECORDS, *of_walls()]), journal_chain(opened)]
    return [
        {
            "name": one.invariant.name,
            "says": translate(one.invariant.says),
            "holds": one.holds,
            "broken": one.broken,
            "records": list(one.records),
        }
        for one in answers
    ]


def _for_people(answer: dict[str, Any]) -> dict[str, Any]:
    return {"holds": answer["holds"], "invariant": answer["says"], "broken": answer["broken"], "records": ", ".join(answer["records"])}
