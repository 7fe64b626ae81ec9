"""A stranger's document is read in a process of its own: without an environment, a network, a place to write, and not for long."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

from globa.documents.document import Document
from globa.documents.reading import unheard
from globa.documents.refusals import NotRead
from globa.documents.written import of

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180
MOST_SAID = 64 * 1024 * 1024
# Not `-m`: the process has no environment that would tell it where the project lies.
PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from globa.documents.task import main; sys.exit(main())"
Told = Callable[[int, int], None]


def read_apart(source: Path | str | bytes, *, name: str = "", told: Told = unheard, seconds: float = SECONDS) -> Document:
    """`told` hears of pages: how many are done, of how many. Refuses with NotRead what is unsafe, locked, broken or too much."""
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    with _started(name, seconds) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(content)
            process.stdin.close()
        for line in _lines(process.stdout):
            document = _heard(line, told)
            if document is not None:
                return document
    raise NotRead("too_much")


def _heard(line: bytes, told: Told) -> Document | None:
    """What the process says is not believed either: a document may have taken it over."""
    try:
        said = json.loads(line)
        if "done" in said:
            done, count = int(said["done"]), int(said["of"])
        elif "refused" in said:
            raise NotRead(str(said["refused"]), **{str(name): str(value) for name, value in said["values"].items()})
        else:
            return of(said)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise NotRead("damaged") from error
    told(done, count)
    return None


@contextmanager
def _started(name: str, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    """Whatever happens, it is over when this is left."""
    with tempfile.TemporaryDirectory(prefix="globa-") as folder:
        process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", PROGRAM, str(ROOT), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )
        end = Timer(seconds, process.kill)
        end.start()
        try:
            with process:
                yield process
                process.kill()
        except BaseException:
            process.kill()
            raise
        finally:
            end.cancel()


def _lines(said: IO[bytes]) -> Iterator[bytes]:
    """A line that is not whole is what a process said when it was ended."""
    while (line := said.readline(MOST_SAID)).endswith(b"\n"):
        yield line
