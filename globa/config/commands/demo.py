"""Load the demonstration: a family centre of invented people."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("demo", __doc__ or "")
    parser.add_json()
    asked = parser.parse_args(arguments)
    with records():
        from globa.config.preparation import load_demonstration, migrate

        migrate()
        loaded = load_demonstration()
        printing.result({"loaded": loaded}, as_json=asked.as_json)
    return 0
