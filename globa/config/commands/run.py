"""Serve: the embedded database unless there is an outside one, the web server and the job worker."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import declared, first_start, printing, service
from globa.config.commands.arguments import Arguments
from globa.config.language import translator
from globa.vocabulary.words import message as _

ALREADY = _("Globa already runs at %(address)s; nothing was started. End that one with Ctrl-C, or open the address.")
READY = _("Globa answers at %(address)s. Ctrl-C ends it.")
EMPTY = _("Nobody may come in yet: make the first administrator with `.venv/bin/globa setup`, in another window.")
ACCOUNTS = _("Accounts of the demonstration (invented people):")


def main(arguments: Sequence[str]) -> int:
    Arguments("run", __doc__ or "").parse_args(arguments)
    translate = translator()
    if address := service.already_runs_at():
        print(translate(ALREADY) % {"address": address})
        return 0
    # Read once here: a missing or wrong setting is one sentence before anything is started.
    from globa.config import settings  # noqa: F401

    place = service.Place.from_environment()

    def ready() -> None:
        print(translate(READY) % {"address": place.address}, *_accounts(), sep="\n", flush=True)

    try:
        return service.serve(place, ready, printing.said)
    except service.AlreadyServed:
        print(translate(ALREADY) % {"address": place.address})
        return 0


def _accounts() -> list[str]:
    """Only where the demonstration may be loaded: on a real installation its accounts do not exist, but perhaps nobody's."""
    if not declared.DEMO.value():
        return [] if first_start.has_administrator() else [translator()(EMPTY)]
    try:
        from globa.demonstration import accounts
    except ImportError:
        return []
    return [translator()(ACCOUNTS), *(f"  {line}" for line in accounts.lines())]
