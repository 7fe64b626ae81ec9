"""
Everything installed into .venv from the hash-locked lists; run by the system's own Python before anything is there.

    python3 -I globa/config/installation.py run|metrics|dev

Knows only Python's own library. What was installed is remembered by the hash of its list, so that a second call costs
nothing. `metrics` and `dev` hold all of `run`: once one is there, it stays.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
COMMAND = VENV / "bin" / "globa"
OLDEST = (3, 11)
PIP_OPTIONS = {"index-url": "UV_DEFAULT_INDEX", "extra-index-url": "UV_INDEX", "find-links": "UV_FIND_LINKS", "cert": "SSL_CERT_FILE"}
SCRIPT = "#!{python}\nimport sys\n\nfrom globa.config.commands import main\n\nsys.exit(main())\n"
NO_VENV = """\
Python cannot make environments here: the package python3-venv is missing. Install it (apt install python3-venv) and start again.
Python čia negali sukurti aplinkos: trūksta paketo python3-venv. Įdiekite jį (apt install python3-venv) ir paleiskite iš naujo."""
TOO_OLD = "Globa needs Python 3.11 or newer; python3 here is {version}. / Globai reikia Python 3.11 arba naujesnės."


def main(wanted: str) -> None:
    if sys.version_info < OLDEST:
        sys.exit(TOO_OLD.format(version=sys.version.split()[0]))
    with (ROOT / "requirements" / "run.txt").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make_environment()
        install(wanted)
        make_command()
        compile_messages()
        collect_static_files()


def make_environment() -> None:
    if works(PYTHON):
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        sys.exit(NO_VENV)
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", VENV)


def works(python: Path) -> bool:
    """False also for an environment that was moved, or whose Python was upgraded away."""
    try:
        done = subprocess.run([python, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True)
    except OSError:
        return False
    return done.returncode == 0 and Path(done.stdout.strip()).resolve() == VENV.resolve()


def install(wanted: str) -> None:
    """With uv, itself installed from its own locked list; it must never fetch a Python of its own."""
    name = next((fuller for fuller in ("dev", "metrics") if wanted == fuller or stamp(fuller).exists()), "run")
    locked = ROOT / "requirements" / f"{name}.txt"
    bootstrap = ROOT / "requirements" / "uv.txt"
    mark = fingerprint([locked, bootstrap])
    if read(stamp(name)) == mark:
        return
    if read(stamp("uv")) != fingerprint([bootstrap]):
        pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(*pip, "--require-hashes", "--no-deps", "-r", bootstrap)
        stamp("uv").write_text(fingerprint([bootstrap]))
    run(
        VENV / "bin" / "uv",
        "pip",
        "sync",
        "--quiet",
        "--require-hashes",
        "--python",
        PYTHON,
        locked,
        UV_PYTHON_DOWNLOADS="never",
        **registry(),
    )
    stamp(name).write_text(mark)


def registry() -> dict[str, str]:
    """
    Where pip was told to look, uv looks too: a machine behind a mirror names it once.

    Of several places any may serve, as with pip; the hashes say what is right.
    """
    told = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for option, variable in PIP_OPTIONS.items():
        asked = subprocess.run([PYTHON, "-m", "pip", "config", "get", f"global.{option}"], capture_output=True, text=True)
        if asked.returncode == 0 and asked.stdout.strip() and variable not in os.environ:
            told[variable] = " ".join(asked.stdout.split())
    return told


def make_command() -> None:
    """The project itself: its folder on Python's path, its command line beside Python."""
    packages = next((VENV / "lib").glob("python3.*")) / "site-packages"
    write(packages / "globa.pth", f"{ROOT}\n")
    write(COMMAND, SCRIPT.format(python=PYTHON))
    COMMAND.chmod(0o755)


def compile_messages() -> None:
    catalogues = sorted((ROOT / "globa" / "locale").glob("*/LC_MESSAGES/django.po"))
    mark = fingerprint(catalogues)
    if read(stamp("messages")) == mark and all(catalogue.with_suffix(".mo").exists() for catalogue in catalogues):
        return
    for catalogue in catalogues:
        pybabel: list[str | Path] = [PYTHON, "-m", "babel.messages.frontend", "--quiet", "compile"]
        run(*pybabel, "-D", "django", "-d", ROOT / "globa" / "locale", "-l", catalogue.parents[1].name)
    stamp("messages").write_text(mark)


def collect_static_files() -> None:
    folders = (ROOT / "globa" / "web" / "static", ROOT / "docs" / "guide" / "pictures")
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    mark = fingerprint([*files, ROOT / "requirements" / "run.txt"])
    if not files or (read(stamp("static")) == mark and (ROOT / "staticfiles").exists()):
        return
    # Its settings need keys; these open nothing and are forgotten at once.
    run(COMMAND, "collectstatic", "--noinput", "--clear", "--verbosity", "0", GLOBA_STATIC_AS_IT_LIES="no")
    stamp("static").write_text(mark)


def fingerprint(files: Iterable[Path]) -> str:
    total = hashlib.sha256(sys.version.encode())
    for file in files:
        total.update(f"{file}\0".encode() + file.read_bytes())
    return total.hexdigest()


def stamp(name: str) -> Path:
    return VENV / f".{name}-installed"


def read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def write(path: Path, text: str) -> None:
    if read(path) != text:
        path.write_text(text)


def run(*command: str | Path, **environment: str) -> None:
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment})
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed / nepavyko: {' '.join(map(str, command))}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
