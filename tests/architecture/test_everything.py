"""What `make test` runs: every folder of tests, and who runs what together."""

from __future__ import annotations

from pathlib import Path

from tests import everything
from tests.conftest import TOGETHER, WALK, Together

TESTS = Path(__file__).resolve().parents[1]


def test_every_file_of_tests_lies_in_a_folder_that_is_run() -> None:
    folders = {*everything.folders(), "tests/journeys"}
    files = [str(path.relative_to(TESTS.parent)) for path in TESTS.rglob("test_*.py")]
    assert [file for file in files if "/".join(file.split("/")[:2]) not in folders] == []


def test_folders_whose_fixtures_take_long_are_the_work_of_one_worker() -> None:
    assert all((TESTS.parent / folder).is_dir() for folder in TOGETHER)
    scheduler = Together.__new__(Together)
    asked = (
        "tests/demonstration/test_people.py::test_one[lt]",
        "tests/demonstration/test_figures.py::test_two",
        "tests/care/test_a.py::test_b",
    )
    assert [scheduler._split_scope(one) for one in asked] == ["tests/demonstration/", "tests/demonstration/", "tests/care/test_a.py"]


def test_two_workers_walk_over_every_page_each_in_one_language() -> None:
    scheduler = Together.__new__(Together)
    assert [scheduler._split_scope(f"{WALK}::test_it[{language}]") for language in ("lt", "en")] == [WALK, f"{WALK}[en]"]
    assert (TESTS.parent / WALK).exists()
