"""The complete list of pages, read once: what is not in it opens to nobody."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from globa.registry.policy import Area
from globa.vocabulary.sensitivity import Sensitivity

LIST = Path(__file__).with_name("routes.toml")


@dataclass(frozen=True)
class Route:
    """`journal` is none, names (whoever is listed) or file (whose file it is)."""

    name: str
    area: Area
    sensitivity: Sensitivity
    journal: str


@cache
def routes() -> dict[str, Route]:
    listed = tomllib.loads(LIST.read_text())
    return {name: Route(name, Area(said["area"]), Sensitivity[said["class"]], said["journal"]) for name, said in listed.items()}


def route_named(name: str | None) -> Route | None:
    return routes().get(name or "")
