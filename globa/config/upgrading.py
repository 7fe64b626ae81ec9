"""
A new version put in place of the old one: installation, backup, migration, check - and the way back when one of them fails.

    python3 -I globa/config/upgrading.py [COMMAND [FOLDER]]

COMMAND is Globa's command line where it is another than the one in .venv; FOLDER is for the backup.
Knows only Python's own library: it runs before the new version's libraries are there. They come first, for without them
the new program cannot even make a backup; they change no record. Whoever calls it has put the new program in place and
stopped the old one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOBA = str(ROOT / ".venv" / "bin" / "globa")
FAILED = 1
WORDS = {
    "backup": ("The backup before the upgrade lies at {backup}", "Atsarginė kopija prieš naujinimą yra čia: {backup}"),
    "nothing": (
        "It could not be installed, or no backup could be made, so no record was touched. The lines above say why.",
        "Nepavyko įdiegti arba padaryti atsarginės kopijos, todėl įrašai nepaliesti. Kodėl, sako eilutės aukščiau.",
    ),
    "failed": (
        "The step “{step}” failed; the lines above say why. The database is put back as it was …",
        "Žingsnis „{step}“ nepavyko; kodėl, sako eilutės aukščiau. Grąžinama ankstesnė duomenų bazės būsena …",
    ),
    "back": (
        "The database is as it was before the upgrade. Put the previous version of the program back, run `make upgrade` or "
        "`make run` with it, and report what failed. The backup stays at {backup}",
        "Duomenų bazė tokia, kokia buvo prieš naujinimą. Grąžinkite ankstesnę programos versiją, paleiskite su ja `make upgrade` "
        "arba `make run` ir praneškite, kas nepavyko. Atsarginė kopija lieka čia: {backup}",
    ),
    "lost": (
        "The database could NOT be put back: {backup} holds it as it was. Put the previous version of the program back and run: "
        "globa restore --replace --as-it-was {backup}",
        "Ankstesnės būsenos grąžinti NEPAVYKO: ji išsaugota čia: {backup}. Grąžinkite ankstesnę programos versiją ir paleiskite: "
        "globa restore --replace --as-it-was {backup}",
    ),
    "done": (
        "Upgraded and checked. The backup of before stays at {backup}",
        "Atnaujinta ir patikrinta. Ankstesnės būsenos kopija lieka čia: {backup}",
    ),
}

Step = tuple[str, Sequence[str | Path]]


def install() -> Sequence[str | Path]:
    return [sys.executable, "-I", ROOT / "globa" / "config" / "installation.py", "run"]


def steps(globa: str) -> list[Step]:
    return [
        ("createcachetable", [globa, "createcachetable", "--verbosity", "0"]),
        ("migrate", [globa, "migrate", "--no-input", "--verbosity", "0"]),
        ("check", [globa, "check"]),
    ]


@dataclass
class Upgrade:
    """`run` carries out one command and returns its code."""

    backup: Path
    globa: str = GLOBA
    install: Sequence[str | Path] = field(default_factory=install)
    run: Callable[[Sequence[str | Path]], int] = field(default=lambda command: subprocess.run(command, cwd=ROOT).returncode)

    def carry_out(self) -> int:
        self.backup.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.run(self.install) or self.run([self.globa, "backup", "--alone", self.backup]):
            return self._end("nothing")
        say("backup", backup=self.backup)
        for name, command in steps(self.globa):
            if self.run(command):
                return self._go_back(name)
        say("done", backup=self.backup)
        return 0

    def _go_back(self, step: str) -> int:
        say("failed", step=step)
        return self._end("lost" if self.run([self.globa, "restore", "--replace", "--as-it-was", self.backup]) else "back")

    def _end(self, how: str) -> int:
        say(how, backup=self.backup)
        return FAILED


def place(folder: Path, now: datetime) -> Path:
    return folder / f"before-upgrade-{now:%Y-%m-%dT%H%M%SZ}.backup"


def main(globa: str = GLOBA, folder: str = "") -> int:
    var = Path(os.environ.get("GLOBA_VAR") or ROOT / "var").resolve()
    return Upgrade(place(Path(folder or var / "backups"), datetime.now(UTC)), globa).carry_out()


def say(what: str, **values: object) -> None:
    """In the reader's language where it is told, else in both: the catalogues are only there once it is installed."""
    english, lithuanian = WORDS[what]
    language = os.environ.get("GLOBA_LANGUAGE", "")
    told = {"en": [english], "lt": [lithuanian]}.get(language, [lithuanian, english])
    print(*(sentence.format(**values) for sentence in told), sep="\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
