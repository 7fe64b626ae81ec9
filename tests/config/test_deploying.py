"""The documents of an operator say what is there: files word for word, commands that exist."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
QUOTED = re.compile(r"^`deploy/(\S+)`:\n\n```\S+\n(.*?)^```$", re.M | re.S)
FOR_THE_TRIAL = {"try.py", "systemctl_stand_in.py"}
COMMAND = re.compile(r"(?:^ {4}|^|`|\| )globa ([a-z]+)", re.M)


def document(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def trial() -> ModuleType:
    spec = importlib.util.spec_from_file_location("trial", ROOT / "deploy" / "try.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["trial"] = module
    spec.loader.exec_module(module)
    return module


def test_every_file_is_quoted_word_for_word() -> None:
    quoted = dict(QUOTED.findall(document("deploy.md")))
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "deploy").iterdir() if path.is_file()}
    assert quoted == {name: text for name, text in files.items() if name not in FOR_THE_TRIAL}


def test_every_command_that_an_operator_is_told_is_there() -> None:
    told = {name for text in ("deploy.md", "operating.md") for name in COMMAND.findall(document(text))}
    assert {"backup", "restore", "check", "setup"} <= told
    assert {name for name in told if not (ROOT / "globa" / "config" / "commands" / f"{name}.py").exists()} == set()


def test_the_trial_runs_every_block_of_this_machine_in_one_shell_that_ends_at_the_first_failure() -> None:
    module = trial()
    found = list(module.blocks(document("deploy.md")))
    assert [one.title[:2] for one in found] == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "7.", "8."]
    text = module.script(found)
    assert text.startswith("set -eu\n")
    assert all(one.text in text for one in found)
    assert subprocess.run(["sh", "-n"], input=text, text=True).returncode == 0
    assert "pg_dropcluster" not in text


def test_the_second_database_machine_has_room_for_as_many_locks_as_the_first() -> None:
    """A replica with room for fewer does not start."""
    rooms = re.findall(r'^echo "(max_locks_per_transaction = \d+)" >', document("deploy.md"), re.M)
    assert len(rooms) == 2
    assert len(set(rooms)) == 1
