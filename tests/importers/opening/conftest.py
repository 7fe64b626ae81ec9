"""A table of an invented centre, as its owner would have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from globa.documents.reading import read as read_document
from globa.importers.opening.proposals import Proposal
from globa.importers.opening.proposing import propose
from globa.importers.opening.reading import table_in
from tests.builders import Place

HEAD = "Vardas;Pavardė;Gimimo data;Lytis;Asmens kodas;Namai;Lova;Gyvena nuo;Iš kur atvyko;Kilmės savivaldybė"
ON = date(2026, 1, 1)
Proposing = Callable[[Sequence[str]], list[Proposal]]


@pytest.fixture
def proposed(here: Place) -> Proposing:
    """Rows under the usual head, on the day of beginning."""

    def make(rows: Sequence[str]) -> list[Proposal]:
        table = table_in(read_document("\n".join([HEAD, *rows]).encode(), name="table.csv"))
        return propose(table.rows, organisation=here.organisation, on=ON, to=here.worker).proposals

    return make
