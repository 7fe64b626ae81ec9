"""An installation of its own, used as its operator would: on the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from globa.config import roles
from globa.config.cluster import Cluster

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Installation:
    """Everything of it lies under `var`; the compiled figures are not part of what is tried."""

    var: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GLOBA_", "DATABASE_"))}
        own = {"GLOBA_VAR": str(self.var), "GLOBA_LANGUAGE": "en", "GLOBA_DEMO": "0", "GLOBA_STATIC_AS_IT_LIES": "yes"}
        return {**kept, **own, "DJANGO_SETTINGS_MODULE": "globa.config.settings"}

    def globa(self, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "globa.config.commands", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, env={**self.environment, **more}, capture_output=True, text=True)

    def did(self, *arguments: str | Path, **more: str) -> Any:
        """Run it, expect success, return what it printed as JSON."""
        done = self.globa(*arguments, "--json", **more)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def prepare(self, planting: str) -> None:
        """Migrate and run a module of the tests, as the owner."""
        migrate = "import django; django.setup(); from globa.config.preparation import migrate; migrate()"
        for command in (["-c", migrate], ["-m", planting]):
            with self.running():
                done = subprocess.run(
                    [sys.executable, *command],
                    cwd=ROOT,
                    env={**self.environment, "GLOBA_DATABASE_ROLE": "owner"},
                    capture_output=True,
                    text=True,
                )
            assert done.returncode == 0, done.stderr

    def take_keys_of(self, other: Installation) -> None:
        self.var.mkdir(parents=True, exist_ok=True)
        shutil.copy(other.var / "keys.json", self.var / "keys.json")

    @contextmanager
    def running(self) -> Iterator[Cluster]:
        """Its server, held by a process of its own, for the tests have another folder in their environment."""
        held = "from globa.config import embedded\nwith embedded.running(): print('up', flush=True); input()"
        process = subprocess.Popen(
            [sys.executable, "-c", held], cwd=ROOT, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        try:
            yield Cluster(self.var / "postgres")
        finally:
            process.communicate("\n")

    def ask(self, question: str, role: str = "globa_owner") -> list[tuple[Any, ...]]:
        with self.running() as server:
            where = f"host='{server.socket_folder}' port={server.port} user={role} dbname={roles.DATABASE}"
            with psycopg.connect(where) as connection:
                cursor = connection.execute(question)
                return cursor.fetchall() if cursor.description else []
