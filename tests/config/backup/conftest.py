"""One installation with records and its backup, made once; every test takes them as they are and leaves them so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.config.backup.installation import Installation


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """Not pytest's own folder: another run of pytest closes that to the server's user while this one uses it."""
    with TemporaryDirectory(prefix="globa-backup-", ignore_cleanup_errors=True) as made:
        yield Path(made)


@pytest.fixture(scope="session")
def source(folder: Path) -> Installation:
    made = Installation(folder / "source")
    made.prepare("tests.config.backup.planting")
    return made


@pytest.fixture(scope="session")
def packed(source: Installation, folder: Path) -> Path:
    path = folder / "one.backup"
    source.did("backup", path)
    return path


@pytest.fixture
def empty(folder: Path) -> Iterator[Callable[[], Installation]]:
    """Ask for an installation that holds nothing yet."""
    made: list[TemporaryDirectory[str]] = []

    def one() -> Installation:
        made.append(TemporaryDirectory(prefix="globa-backup-", ignore_cleanup_errors=True))
        return Installation(Path(made[-1].name))

    yield one
    for each in made:
        each.cleanup()
