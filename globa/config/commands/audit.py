"""The journal of reading: `verify` says whether it is whole; `forget` removes what the norm no longer keeps."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config import printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records


def main(arguments: Sequence[str]) -> int:
    parser = Arguments("audit", __doc__ or "")
    parser.add_argument("what", choices=["verify", "forget"])
    parser.add_json()
    asked = parser.parse_args(arguments)
    with records():
        return forget(as_json=asked.as_json) if asked.what == "forget" else verify(as_json=asked.as_json)


def verify(*, as_json: bool) -> int:
    """Print the counts, and what is wrong in words; 1 where something is."""
    from django.utils.translation import gettext

    from globa.journal.verifying import verified

    found = verified()
    faults = [gettext(fault.sentence) % fault.values for fault in found.faults]
    counts = {"seals": found.seals, "rows": found.rows, "unsealed": found.unsealed, "waiting_since": found.waiting_since or ""}
    printing.result(counts | {"faults": faults} if as_json else counts | {"faults": len(faults)}, as_json=as_json)
    if not as_json:
        for sentence in faults:
            printing.said(sentence)
    return 1 if faults else 0


def forget(*, as_json: bool) -> int:
    from globa.journal.keeping import forget_old

    printing.result({"removed": forget_old()}, as_json=as_json)
    return 0
