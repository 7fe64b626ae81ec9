"""The characters of a cell or a line as every reader gives them on."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = re.compile(r"[ \t\f\v]+")
_LINES = re.compile(r" ?\r?\n ?")


def tidy(text: str) -> str:
    """Letters in one piece, nothing invisible, no space at the ends; line ends and no-break spaces stay."""
    whole = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).replace("\r\n", "\n").replace("\r", "\n")
    return _LINES.sub("\n", _SPACES.sub(" ", whole)).strip()


def on_one_line(text: str) -> str:
    """Lines that a page broke; a code cut after its hyphen is whole again, a word that was hyphenated is not guessed."""
    lines = tidy(text).split("\n")
    whole = lines[0]
    for line in lines[1:]:
        whole += ("" if _ends_in_code(whole, line) else " ") + line
    return whole


def _ends_in_code(before: str, after: str) -> bool:
    return bool(re.search(r"[0-9A-ZĄČĘĖĮŠŲŪŽ][-–]$", before) and re.match(r"[0-9A-ZĄČĘĖĮŠŲŪŽ]", after))
