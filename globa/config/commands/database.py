"""What the administrator of an outside server has to run once."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import roles
from globa.config.commands.arguments import Arguments


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("database", __doc__ or "")
    parser.add_argument("what", choices=["roles"])
    parser.parse_args(arguments)
    print(roles.FOR_AN_ADMINISTRATOR)
    return 0
