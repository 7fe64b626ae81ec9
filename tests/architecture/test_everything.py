"""What `make test` runs: every folder of tests."""

from __future__ import annotations

from pathlib import Path

from tests import everything

TESTS = Path(__file__).resolve().parents[1]


def test_every_file_of_tests_lies_in_a_folder_that_is_run() -> None:
    folders = {*everything.folders(), "tests/journeys"}
    files = [str(path.relative_to(TESTS.parent)) for path in TESTS.rglob("test_*.py")]
    assert [file for file in files if "/".join(file.split("/")[:2]) not in folders] == []
