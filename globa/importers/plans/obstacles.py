"""Sentences of an achieved result that seem to tell what stood in the way. It is a proposal: a person says of each whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from globa.checker.folding import folded
from globa.importers.plans.decisions import Decisions
from globa.importers.plans.results import Proposed

WANTED = r"(?:poreik|galimyb|les|finans|prasym|paraisk|gavej|kreip|norinci|kandidat|specialist|darbuotoj|dalyvi|pretendent|pasiulym|tiekej)"
PARTLY = r"(?:igyvendin|ivykd|pasiek)\w*"
SEEMS = re.compile(
    r"\b(?:nepavyk|neigyvendin|neivyk|neatlik|neorganiz|nesuteik|neteik|nevykd|nepasiek|nebaig|nepradet|nesulauk|negaut|negav|"
    r"neskirt|neskyre|neatsirad|nesurast|nesurado|nerast|nerado|nesikreip|neuztek|nepakak|nepakank|nepritart|nepasirasy)\w*"
    rf"|\bnebuvo (?:\w+ )?{WANTED}|\b{WANTED}\w* (?:\w+ )?nebuvo\b"
    r"|\btruk(?:o|st\w+|um\w*)\b|\b(?:stok|styg)\w*|\bkliut\w+|\bsunkum\w+|\b(?:at|nu)idet\w+|\bnukel\w+|\bperkel\w+ i (?:kit|20)"
    r"|\batsisak\w+|\bnutrauk\w+|\bsustabd\w+|\bveluo\w+|\buzsites\w*|\bdel (?:karantin|pandemij)\w*"
    rf"|\bis dalies {PARTLY}|\b{PARTLY} (?:tik )?is dalies\b"
)
NONE = re.compile(r"\b(?:kliuciu|problemu|sunkumu|trukdziu|trukumu) (?:\w+ )?(?:nebuvo|nekilo|neiskilo|nenustatyt\w*)")


@dataclass(frozen=True)
class Sentence:
    """A sentence of an achieved result, by the serial of its measure, the number of its line and its own."""

    measure: int
    line: int
    number: int
    text: str

    @property
    def key(self) -> str:
        """Where its answer is kept."""
        return f"{self.measure}.{self.line}.{self.number}"

    @property
    def place(self) -> tuple[int, int, str]:
        """As `results.Proposed.sentence` names it."""
        return self.measure, self.line, self.text


def seems_obstacle(text: str) -> bool:
    """“Negauta paraiškų”, “nebuvo poreikio”, “trūko lėšų”; that there were no obstacles is none."""
    words = folded(text)
    return bool(SEEMS.search(NONE.sub(" ", words)))


def sentences(found: Iterable[Proposed]) -> Iterator[Sentence]:
    """Of achieved results, each once, in the order of the text."""
    lines: dict[tuple[int, int], dict[str, None]] = {}
    for one in found:
        if one.side == "achieved":
            lines.setdefault((one.measure, one.line), {})[one.proposal.text] = None
    for (measure, line), texts in lines.items():
        yield from (Sentence(measure, line, number, text) for number, text in enumerate(texts))


def to_judge(found: Iterable[Proposed], decisions: Decisions) -> list[Sentence]:
    """Those that seem to be obstacles and of which nobody has said it; until then they stay results."""
    return [one for one in sentences(found) if one.key not in decisions.obstacles and seems_obstacle(one.text)]


def obstacles(found: Iterable[Proposed], decisions: Decisions) -> list[Sentence]:
    return [one for one in sentences(found) if decisions.obstacles.get(one.key)]


def left_out(found: Sequence[Proposed], decisions: Decisions) -> set[tuple[int, int, str]]:
    """Sentences whose numbers are no results: obstacles, and those that may be."""
    return {one.place for one in (*obstacles(found, decisions), *to_judge(found, decisions))}
