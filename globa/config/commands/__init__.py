"""The command line `globa`: one module a command; what is not ours goes to Django."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from importlib import import_module

from globa.vocabulary.refusal import Refusal

REFUSED = 2
INTERRUPTED = 130
COMMANDS = (
    *("figures", "evidence", "published", "report", "word-template", "demo", "check-document", "import-plan", "import-ledger"),
    *("backup", "restore", "audit", "check", "database", "settings", "setup", "run", "public", "help"),
)
WITHOUT_DATABASE = ("collectstatic", "makemessages", "compilemessages", "diffsettings", "findstatic")
DJANGO_ROLE = {"procrastinate": "worker"}


def main() -> None:
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; what is refused is one line on stderr."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "globa.config.settings")
    try:
        return _command(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: nothing is left to say, not even by Python itself at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        from globa.config.trouble import as_refusal

        refusal = as_refusal(error)
        if refusal is None or os.environ.get("GLOBA_DEBUG"):
            raise
        return _refuse(refusal)


def _refuse(refusal: Refusal) -> int:
    from globa.config.language import translator

    for line in refusal.said(translator()).splitlines():
        print(" ".join(line.split()), file=sys.stderr)
    return REFUSED


def _command(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else "help"
    if name in ("-h", "--help"):
        name = "help"
    if name not in COMMANDS:
        return django(arguments)
    command: Callable[[Sequence[str]], int] = import_module(f"globa.config.commands.{name.replace('-', '_')}").main
    return command(arguments[1:])


def django(arguments: Sequence[str]) -> int:
    """Django's own commands, as the owner of the tables unless the environment says otherwise."""
    from globa.config import connection, embedded

    os.environ.setdefault("GLOBA_DATABASE_ROLE", DJANGO_ROLE.get(arguments[0], "owner"))
    needs_server = not connection.is_external() and arguments[0] not in WITHOUT_DATABASE and "--help" not in arguments
    with embedded.running() if needs_server else nullcontext():
        from django.core.management import execute_from_command_line

        _refuse_unless_known(arguments[0])
        execute_from_command_line(["globa", *arguments])
    return 0


def _refuse_unless_known(command: str) -> None:
    """Django would say it in English only. Asked late, for what the settings read must be known before."""
    import django
    from django.core.management import get_commands

    from globa.config.commands.arguments import UnknownCommand

    django.setup()
    if command not in get_commands() and not command.startswith("-"):
        raise UnknownCommand(command)
