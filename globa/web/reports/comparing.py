"""Two texts word by word: what was taken out and what was put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """`kind` is same, out or in."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Piece]:
    old, new = PIECE.findall(before.strip()), PIECE.findall(after.strip())
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(old[a:b])))
            continue
        found += [Piece("out", "".join(old[a:b]))] * (b > a) + [Piece("in", "".join(new[c:d]))] * (d > c)
    return found
