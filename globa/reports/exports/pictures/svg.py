"""Pieces of SVG: escaped text, shapes, and the patterns that tell parts apart without colour."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

INK, SECOND, LINE = "#16241f", "#4b5a54", "#d3dcd8"
EARLIER, STRONG, AMBER, MISSED, FAINT = "#7bb3a2", "#12564a", "#f6bd3f", "#a92a1c", "#f0f6f3"
WIDTH = 640
FONT = "Inter, sans-serif"
PATTERNS = (
    '<pattern id="src-2" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#5478c6"/><rect width="2" height="7" fill="#e7ecf7"/></pattern>'
    '<pattern id="src-3" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#eeb24a"/>'
    '<circle cx="3.5" cy="3.5" r="1.5" fill="#5c3a00"/></pattern>'
    '<pattern id="src-4" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#8a4f8a"/>'
    '<rect width="6" height="1.8" fill="#f6e9f5"/></pattern>'
    '<pattern id="src-5" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#8b979f"/>'
    '<rect width="1.8" height="6" fill="#16241f"/></pattern>'
    '<pattern id="src-6" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>'
    '<path d="M0 0L8 8M8 0L0 8" stroke="#4b5a54" stroke-width="1"/></pattern>'
)
SOLID = "#1a6b5b"
PATTERN_COUNT = 6
NARROW = frozenset("iIįlj.,:;'|!()[] \u00a0ftr-·")
WIDE = frozenset("mwMW—…%")


@dataclass(frozen=True)
class Drawing:
    """`said` is what a reader hears instead of the picture. Sizes in points of the picture."""

    svg: str
    width: int
    height: int
    said: str


def drawing(shapes: list[str], height: float, said: str, width: int = WIDTH) -> Drawing:
    tall = round(height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {tall}" width="{width}" height="{tall}" role="img"'
    defs = f"<defs>{PATTERNS}</defs>" if any("url(#" in shape for shape in shapes) else ""
    return Drawing(f"{head} aria-label={quoteattr(said)}>{defs}{''.join(shapes)}</svg>", width, tall, said)


def text(x: float, y: float, words: str, *, size: float = 13, anchor: str = "start", fill: str = INK, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text {place} font-family="{FONT}" fill="{fill}"{weight}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "", rounded: float = 2.5) -> str:
    outline = f' stroke="{stroke}" stroke-width="1"' if stroke else ""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    return f'<rect {place} rx="{rounded:g}" fill="{fill}"{outline}/>'


def line(x: float, y: float, to_x: float, to_y: float, stroke: str = LINE, width: float = 1, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="3 3"' if dashed else ""
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{stroke}" stroke-width="{width:g}"{dashes}/>'


def width_of(words: str, size: float) -> float:
    """How wide Inter writes this, estimated; rather too wide."""
    return size * sum(0.31 if letter in NARROW else 0.87 if letter in WIDE else 0.69 if letter.isupper() else 0.57 for letter in words)


def fitted(words: str, room: float, size: float) -> str:
    """The words, cut with an ellipsis where they do not fit: in a picture whose table says them whole."""
    while words and width_of(words, size) > room:
        words = words.rstrip("…")[:-1].rstrip() + "…" if len(words) > 2 else ""
    return words


def pattern(place: int) -> str:
    """The first is solid: laid as tiles, it would show their seams in print."""
    number = place % PATTERN_COUNT + 1
    return SOLID if number == 1 else f"url(#src-{number})"
