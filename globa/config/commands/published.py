"""A published report beside what the records say; succeeds only when every row agrees."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("published", __doc__ or "")
    parser.add_argument("name", metavar="REPORT")
    parser.add_engine()
    parser.add_json()
    asked = parser.parse_args(arguments)
    with records():
        from globa.reports.published import compare

        rows = compare(asked.name, asked.engine)
        printing.result(rows, as_json=asked.as_json)
    return 0 if rows and all(row["agrees"] for row in rows) else 1
