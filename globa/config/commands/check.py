"""Whether this installation may be opened to its users."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from globa.config import connection, embedded, printing
from globa.config.commands.arguments import Arguments


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("check", __doc__ or "")
    parser.add_json()
    asked = parser.parse_args(arguments)
    with nullcontext() if connection.is_external() else embedded.running():
        from globa.config import safety

        found = safety.check()
        import django
        from django.core.management import call_command

        django.setup()
        call_command("check", verbosity=0)
    for warning in found.warnings():
        printing.said(warning)
    printing.result([{"role": one.role, "user": one.user, "server": one.version} for one in found.seen], as_json=asked.as_json)
    return 0
