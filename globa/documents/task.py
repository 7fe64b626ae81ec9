"""The short-lived process: one document on its input, progress and the document on its output, a line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from globa.documents import confined
from globa.documents.refusals import NotRead

REFUSED = 3


def main() -> int:
    confined.limit()
    try:
        from globa.documents.kinds import MOST_MB
        from globa.documents.packed import MB

        content = sys.stdin.buffer.read(MOST_MB * MB + 1)
        _say(_read(content, sys.argv[2]))
    except NotRead as refusal:
        return _refused(refusal.reason, refusal.values)
    except MemoryError:
        return _refused("too_much", {})
    return 0


def _read(content: bytes, name: str) -> bytes:
    from globa.documents.kinds import kind_of
    from globa.documents.reading import read
    from globa.documents.written import as_json

    kind_of(content, name)
    confined.shut()
    return as_json(read(content, name=name, told=_progress))


def _progress(done: int, of: int) -> None:
    _say(json.dumps({"done": done, "of": of}).encode())


def _refused(reason: str, values: Mapping[str, object]) -> int:
    _say(json.dumps({"refused": reason, "values": values}).encode())
    return REFUSED


def _say(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
