"""Which Globa this is: its version and, in a checkout, its commit."""

from __future__ import annotations

import subprocess
import tomllib

from globa.config import paths


def program() -> str:
    return " ".join(filter(None, [version(), commit()]))


def version() -> str:
    try:
        told = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(told["project"]["version"])
    except (OSError, KeyError, ValueError):
        return "?"


def commit() -> str:
    if not (paths.ROOT / ".git").exists():
        return ""
    try:
        done = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=paths.ROOT, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
