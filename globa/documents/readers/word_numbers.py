"""The numbers that Word writes before paragraphs of a list by itself: they are nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

LEVELS = 9
PARAGRAPHS = 1
NUMBERING = f"{qn('w:pPr')}/{qn('w:numPr')}"


@dataclass(frozen=True)
class Level:
    pattern: str = ""
    start: int = 1
    form: str = "decimal"


@dataclass
class Numbers:
    """`lists` names the abstract list of each numbered one; two that share it count on together."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    styles: dict[str, Any] = field(default_factory=dict)
    counted: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * LEVELS))

    @classmethod
    def of(cls, opened: Any) -> Numbers:
        """A document without lists has no part for them."""
        numbers = cls(styles={style.style_id: _of_style(style) for style in opened.styles if style.type == PARAGRAPHS})
        parts = [link.target_part for link in opened.part.rels.values() if link.reltype.endswith("/numbering") and not link.is_external]
        for part in parts:
            root = part.element
            for abstract in root.findall(qn("w:abstractNum")):
                numbers._learn(abstract)
            for listed in root.findall(qn("w:num")):
                numbers.lists[listed.get(qn("w:numId"))] = _value(listed, "w:abstractNumId")
        return numbers

    def _learn(self, abstract: Any) -> None:
        name = abstract.get(qn("w:abstractNumId"))
        for level in abstract.findall(qn("w:lvl")):
            start = _value(level, "w:start")
            told = Level(_value(level, "w:lvlText"), int(start) if start.isdigit() else 1, _value(level, "w:numFmt") or "decimal")
            self.levels[name, int(level.get(qn("w:ilvl"), "0"))] = told

    def before(self, paragraph: Any) -> str:
        """“1.1.2. ” where Word shows it, else nothing; bullets are no numbers."""
        asked = self._asked(paragraph)
        name = "" if asked is None else self.lists.get(_value(asked, "w:numId"), "")
        if not name:
            return ""
        depth = min(int(_value(asked, "w:ilvl") or "0"), LEVELS - 1)
        level = self.levels.get((name, depth), Level())
        if level.form in ("bullet", "none") or not level.pattern:
            return ""
        self._count(name, depth, level)
        return re.sub(r"%(\d)", lambda found: str(self._at(name, int(found[1]) - 1)), level.pattern) + " "

    def _asked(self, paragraph: Any) -> Any:
        """What the paragraph says itself goes before what its style says."""
        own = paragraph.find(NUMBERING)
        if own is not None:
            return own
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return None if style is None else self.styles.get(style.get(qn("w:val")))

    def _count(self, name: str, depth: int, level: Level) -> None:
        counts = self.counted[name]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)

    def _at(self, name: str, depth: int) -> int:
        return self.counted[name][depth] or self.levels.get((name, depth), Level()).start


def _of_style(style: Any) -> Any:
    """A style without numbering of its own has that of the style it is based on."""
    for _depth in range(LEVELS):
        found = style.element.find(NUMBERING)
        if found is not None or style.base_style is None:
            return found
        style = style.base_style
    return None


def _value(element: Any, path: str) -> str:
    found = element.find(qn(path))
    return "" if found is None else found.get(qn("w:val"), "")
