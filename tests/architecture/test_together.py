"""Which worker does which tests; and one that ends in the midst of a test, tried on a handful of tests in a folder of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.together import ALONG, FOLDERS, WALK, Together

ROOT = Path(__file__).resolve().parents[2]
HOOKS = "from tests.conftest import pytest_handlecrashitem, pytest_xdist_make_scheduler  # noqa: F401"
DIES = """
import os, pathlib, pytest

def test_before(): pass

def test_dies():
    died = pathlib.Path("died")
    died.open("a").write("x")
    if len(died.read_text()) <= {times}:
        os._exit(1)

def test_after(): pass
"""
WAITS = "import time\ndef test_waits(): time.sleep(600)\n"


def test_folders_whose_fixtures_take_long_are_the_work_of_one_worker() -> None:
    assert all((ROOT / folder).is_dir() for folder in FOLDERS)
    scheduler = Together.__new__(Together)
    tests = (
        "tests/demonstration/test_people.py::test_one[lt]",
        "tests/demonstration/test_figures.py::test_two",
        "tests/care/test_a.py::test_b",
    )
    assert [scheduler._split_scope(one) for one in tests] == ["tests/demonstration/", "tests/demonstration/", "tests/care/test_a.py"]


def test_two_workers_walk_over_every_page_each_in_one_language() -> None:
    scheduler, walked = Together.__new__(Together), ("[lt-head]", "[en-head]", "[en]", "[entry]")
    assert [scheduler._split_scope(f"{WALK}::test_it{one}") for one in walked] == [WALK, f"{WALK}[en]", f"{WALK}[en]", WALK]
    assert scheduler._split_scope(f"{ALONG}::test_it") == WALK
    assert all((ROOT / file).exists() for file in (WALK, ALONG))


def asked(folder: Path, *options: str, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in {"conftest": HOOKS, "test_other": "def test_passes(): pass\n", **files}.items():
        (folder / f"{name}.py").write_text(text)
    (folder / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:django", "-n", "2", "--dist", "loadfile", *options]
    return subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120)


def test_a_test_in_which_a_worker_ended_is_asked_once_more(tmp_path: Path) -> None:
    done = asked(tmp_path, test_dies=DIES.format(times=1))
    assert (done.returncode, done.stdout.splitlines()[-1].split(" in ")[0]) == (0, "4 passed, 1 asked again")


def test_one_in_which_it_ended_twice_is_a_failure(tmp_path: Path) -> None:
    done = asked(tmp_path, test_dies=DIES.format(times=9))
    assert (tmp_path / "died").read_text() == "xx"
    assert (done.returncode, done.stdout.splitlines()[-1].split(" in ")[0]) == (1, "1 failed, 3 passed, 1 asked again")


def test_what_waits_for_ever_says_where_it_stood(tmp_path: Path) -> None:
    done = asked(tmp_path, "-o", "faulthandler_timeout=4", "-o", "faulthandler_exit_on_timeout=true", test_waits=WAITS)
    assert done.returncode == 1
    assert "in test_waits" in done.stderr
    assert "1 failed, 1 passed, 1 asked again" in done.stdout
