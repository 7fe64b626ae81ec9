"""What the source files look like. Each function takes a file's text and returns what is wrong with it, in words."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JUNK_DRAWERS = {"utils", "util", "common", "core", "helpers", "helper", "misc", "tools"}
# Put together here, so that this file does not name them either.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"/" + r"work\b(?!ers)",
            r"\.\./" + "shared",
            r"https?://[^\s\"']*(?:pypi|/simple\b|registry\.|npmjs|proxy\.golang)",
            "--(?:extra-)?index" + "-url",
        ]
    )
)
NOW = {"now", "utcnow", "today", "fromtimestamp", "utcfromtimestamp"}


@cache
def files() -> tuple[Path, ...]:
    """Return the files of the project: those that git knows, or would if they were added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    return tuple(path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file())


def python_files(*folders: str) -> Iterator[Path]:
    for path in files():
        inside = path.relative_to(ROOT)
        if path.suffix == ".py" and inside.parts[0] in (folders or ("globa", "tests")) and "migrations" not in inside.parts:
            yield path


def names_a_place_outside(text: str) -> list[str]:
    """Lines that name this machine's folders or a package registry."""
    return [line.strip() for line in text.splitlines() if FORBIDDEN.search(line)]


def junk_drawer(path: Path) -> bool:
    return bool(JUNK_DRAWERS.intersection({*path.relative_to(ROOT).parts, path.stem}))


def floats(text: str) -> list[str]:
    """Places where a number may lose its cents: float literals, float(), FloatField."""
    return [f"line {node.lineno}" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.expr) and _is_float(node)]


def _is_float(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Call) and _called(node) in {"float", "FloatField"}


def naive_times(text: str) -> list[str]:
    """Days and instants taken from the machine's own clock: datetime.now() without a zone, date.today()."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [f"line {call.lineno}: {ast.unparse(call)}" for call in calls if _is_naive(call)]


def _is_naive(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    of = ast.unparse(call.func.value).rpartition(".")[2]
    if of not in {"datetime", "date"} or call.func.attr not in NOW:
        return False
    zoned = call.func.attr in {"now", "fromtimestamp"} and (len(call.args) + len(call.keywords)) > (call.func.attr == "fromtimestamp")
    return not zoned


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]
