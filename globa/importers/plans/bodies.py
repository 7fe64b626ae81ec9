"""Responsible bodies out of a cell: parted by commas and lines, or by nothing where a conversion lost them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SEPARATOR = re.compile(r"\s*[,;\n]\s*")
# What the name of a body ends with; a capital after it begins another.
ENDS = (
    "administracija|centras|skyrius|draugija|namai|klubas|mokykla|gimnazija|progimnazija|darželis|tarnyba|savivaldybė|bendrija|bendruomenė|"
    "asociacija|organizacija|ligoninė|poliklinika|biblioteka|fondas|seniūnija|muziejus|institutas|biuras|taryba|ministerija"
)
BOUNDARY = re.compile(rf"(?<=\b)({ENDS})\s+(?=[A-ZĄČĘĖĮŠŲŪŽ„])")


def split(cell: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """`known` are bodies that stand alone elsewhere: in a row of them without separators they are told apart."""
    found: list[str] = []
    for piece in SEPARATOR.split(cell.strip()):
        found.extend(_known(piece, known) or _bounded(piece))
    return tuple(name for name in (" ".join(name.split()).strip(" .") for name in found) if name and name not in "-–—")


def known_bodies(cells: Iterable[str]) -> frozenset[str]:
    """Bodies that stand between separators somewhere and are not themselves two of the others in a row."""
    pieces = {" ".join(piece.split()) for cell in cells for piece in SEPARATOR.split(cell) if piece.strip(" -–—")}
    return frozenset(piece for piece in pieces if not _known(piece, frozenset(pieces - {piece})))


def _known(text: str, known: frozenset[str]) -> list[str]:
    """The text as known bodies one after another; nothing where it is not made of them, or where it is one itself."""
    if text in known:
        return [text]
    for name in sorted(known, key=len, reverse=True):
        if text.startswith(name + " ") and (rest := _known(text[len(name) + 1 :], known)):
            return [name, *rest]
    return []


def _bounded(text: str) -> Sequence[str]:
    return BOUNDARY.sub(lambda found: found[1] + "\n", text).split("\n")
