"""Serve the public pages of the centres: a process of its own, with a role of the database that reads nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence

from globa.config import declared, printing
from globa.config.commands.arguments import Arguments
from globa.config.language import translator
from globa.config.outside import serving
from globa.vocabulary.words import message as _

READY = _("The public pages answer at %(address)s. Ctrl-C ends them.")


def main(arguments: Sequence[str]) -> int:
    Arguments("public", __doc__ or "").parse_args(arguments)
    os.environ["GLOBA_DATABASE_ROLE"] = "public"
    translate = translator()

    def ready() -> None:
        print(translate(READY) % {"address": declared.PUBLIC_ADDRESS.value()}, flush=True)

    return serving.serve(ready, printing.said)
