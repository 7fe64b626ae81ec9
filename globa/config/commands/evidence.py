"""The records behind one figure."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.vocabulary.period import Period


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("evidence", __doc__ or "")
    parser.add_argument("--figure", required=True, metavar="CODE")
    parser.add_argument("--organisation", required=True, metavar="CODE")
    parser.add_argument("--period", required=True, type=Period.parse)
    parser.add_engine()
    parser.add_json()
    asked = parser.parse_args(arguments)
    with records():
        from globa.reports.counting import evidence

        found = evidence(asked.figure, asked.organisation, asked.period, asked.engine)
        printing.result(found if asked.as_json else found.get("rows", found), as_json=asked.as_json)
    return 0
