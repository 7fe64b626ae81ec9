"""Every specification on every engine, and against its oracle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from globa.facts.engines.engine import Engine
from globa.facts.tables import TABLES
from globa.indicators import figures
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.figures import Figure
from globa.indicators.scope import Scope
from globa.indicators.value import percent
from tests.spec.collected import all_specs
from tests.spec.engines import Engines
from tests.spec.language import Spec, Year, as_facts

LONG_AGO = date(1990, 1, 1)
EVERY_SPEC = all_specs()


@dataclass
class Computed:
    """All specifications loaded at once, each as an organisation of its own, and counted in one pass."""

    engines: dict[str, Engine]
    figures: dict[tuple[str, str], Figure]


def scope_of(spec: Spec) -> Scope:
    return Scope(spec.code, spec.period, (spec.code,), {table: {spec.code: LONG_AGO} for table in TABLES})


@pytest.fixture(scope="session")
def computed(engines: Engines) -> Computed:
    rows: dict[str, list[dict[str, object]]] = {table: [] for table in TABLES}
    for spec in EVERY_SPEC.values():
        for table, found in spec.facts.items():
            rows[table] += found
    filled = engines.another().holding(rows)
    scopes = [scope_of(spec) for spec in EVERY_SPEC.values()]
    found_figures = {
        (name, one.code): one for name, engine in filled.items() for one in figures.compute(scopes, engine) if one.code == one.scope.report
    }
    return Computed(filled, found_figures)


def test_every_indicator_is_specified() -> None:
    assert sorted(set(CATALOGUE) - set(EVERY_SPEC)) == []
    assert sorted(set(EVERY_SPEC) - set(CATALOGUE)) == []


@pytest.mark.parametrize("code", EVERY_SPEC)
def test_the_oracle_gives_what_is_specified(code: str) -> None:
    spec = EVERY_SPEC[code]
    value, found = spec.oracle(as_facts(spec.facts), Year(spec.period))
    if spec.of is not None:
        assert value == (spec.of, spec.to)
        value = percent(*value)
    assert value == spec.value
    assert sorted(row.record for row in found) == sorted(spec.evidence)


@pytest.mark.parametrize("engine", ["postgres", "duckdb"])
@pytest.mark.parametrize("code", EVERY_SPEC)
def test_an_engine_gives_what_is_specified(code: str, engine: str, computed: Computed) -> None:
    spec, figure = EVERY_SPEC[code], computed.figures[engine, code]
    assert figure.value == spec.value
    assert (figure.of, figure.to) == (spec.of, spec.to)
    assert figure.evidence_count == len(spec.evidence)
    evidence = figures.evidence(scope_of(spec), code, computed.engines[engine])
    assert (sorted(evidence.records), evidence.total) == (sorted(spec.evidence), len(spec.evidence))
