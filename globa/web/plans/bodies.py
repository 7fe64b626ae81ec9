"""Who answers for a line, as somebody typed it: a name that is an organisation known here is that organisation."""

from __future__ import annotations

from globa.planning.plans.lines import Body
from globa.registry.access import organisations_visible_to
from globa.registry.accounts.users import User


def bodies_from(user: User, typed: str) -> list[Body]:
    """One a line of text, each once. Only a name that is written alike is recognised; any other stays a name."""
    names = dict.fromkeys(" ".join(line.split()) for line in typed.splitlines() if line.strip())
    known = {_alike(str(one)): one for one in organisations_visible_to(user)}
    return [(known.get(_alike(name)), name) for name in names]


def _alike(name: str) -> str:
    return name.casefold().replace("„", "").replace("“", "").replace('"', "")
