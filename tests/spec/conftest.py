"""One scratch database a worker, with the fact tables as plain tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count

import psycopg
import pytest

from globa.config.cluster import Cluster
from tests.spec.engines import Engines, make_tables

# The fixture is made once for each folder of tests that asks for it.
NUMBERS = count()


@pytest.fixture(scope="session")
def engines(database_server: Cluster) -> Iterator[Engines]:
    run, worker = os.environ.get("GLOBA_TEST_SLOT", ""), os.environ.get("PYTEST_XDIST_WORKER", "alone")
    name = f"spec_{run}_{worker}_{next(NUMBERS)}"
    with psycopg.connect(database_server.superuser_address(), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            engines = Engines(database_server.superuser_address(name))
            make_tables(engines.connection)
            yield engines
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
