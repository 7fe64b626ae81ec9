"""All figures of an organisation in a period."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.vocabulary.period import Period


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("figures", __doc__ or "")
    parser.add_argument("--organisation", required=True, metavar="CODE")
    parser.add_argument("--period", required=True, type=Period.parse)
    parser.add_engine()
    parser.add_json()
    asked = parser.parse_args(arguments)
    with records():
        from globa.reports.counting import figures

        printing.result(figures(asked.organisation, asked.period, asked.engine), as_json=asked.as_json)
    return 0
