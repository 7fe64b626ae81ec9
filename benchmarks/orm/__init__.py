"""
Every figure once more, as one would write it by hand: a Django aggregate over the records.

What the counted figures are compared with, for speed and for truth: no word of this is shared with the facts or the
indicators. A ratio answers with both its numbers.
"""

from __future__ import annotations

from benchmarks.orm import care, carers, guardians, homes, institution, papers, services
from benchmarks.orm.asked import Asked, Peer

PEERS: dict[str, Peer] = {
    code: peer for module in (institution, homes, care, carers, guardians, services, papers) for code, peer in module.PEERS.items()
}

__all__ = ["PEERS", "Asked", "Peer"]
