"""The process: one order in as JSON, one file out as bytes; a refusal on stderr as JSON."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable
from typing import Any

from globa.reports.exports.rendering.limits import give_up_rights
from globa.reports.exports.rendering.refused import Refused

REFUSED = 3


def main() -> int:
    order = json.loads(sys.stdin.buffer.read())
    task = TASKS[order["task"]](order)
    give_up_rights()
    try:
        made = task(order)
    except Refused as refused:
        print(json.dumps({"reason": refused.reason, "values": refused.values}, default=str), file=sys.stderr)
        return REFUSED
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


def _pdf(_order: dict[str, Any]) -> Callable[[dict[str, Any]], bytes]:
    from globa.reports.exports.rendering.pdf import pdf

    return lambda order: pdf(order["report"], order["fonts"])


def _word(_order: dict[str, Any]) -> Callable[[dict[str, Any]], bytes]:
    from globa.reports.exports.rendering.word import word

    return lambda order: word(order["report"], base64.b64decode(order["template"]), order["fonts"])


TASKS: dict[str, Callable[[dict[str, Any]], Callable[[dict[str, Any]], bytes]]] = {"pdf": _pdf, "word": _word}
