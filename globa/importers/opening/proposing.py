"""From rows to proposals: what the cells say, who is in the files already, and a bed for each of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from globa.importers.opening.likely import mark_known
from globa.importers.opening.proposals import Proposal, Understanding
from globa.importers.opening.reading import ReadRow
from globa.registry.accounts.users import User
from globa.registry.names.finding import KeptFile
from globa.registry.organisations import Organisation


@dataclass(frozen=True)
class Proposed:
    """`told` are files of which the reader was told although they are not opened to them."""

    proposals: list[Proposal]
    told: list[KeptFile]
    homes: list[str]


def propose(rows: Sequence[ReadRow], *, organisation: Organisation, on: date, to: User) -> Proposed:
    understanding = Understanding(organisation, on)
    proposals = understanding.of(rows)
    told = mark_known(proposals, to=to)
    understanding.take_beds(proposals)
    return Proposed(proposals, told, understanding.homes.names)
