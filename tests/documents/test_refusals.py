"""What is unsafe, locked, broken or empty is refused by a sentence of its own, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from globa.documents.apart import ROOT, _heard, read_apart
from globa.documents.reading import unheard
from globa.documents.refusals import NotRead
from tests.documents import hostile
from tests.documents.made import lines, packed, pdf, word

EACH = [(reason, number) for reason, files in hostile.REFUSED.items() for number in range(len(files))]


@pytest.mark.parametrize(("reason", "number"), EACH)
def test_a_document_that_cannot_be_read_says_why(reason: str, number: int) -> None:
    with pytest.raises(NotRead) as refusal:
        read_apart(hostile.REFUSED[reason][number]())
    assert refusal.value.reason == reason


MEASURED = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from globa.documents.apart import read_apart
from globa.documents.refusals import NotRead
begun = time.monotonic()
try:
    read_apart(sys.argv[2])
except NotRead as refusal:
    print(json.dumps([refusal.reason, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024]))
"""


@pytest.mark.parametrize(
    ("make", "told"),
    [(hostile.bomb, "bomb"), (hostile.lying_bomb, "damaged"), (hostile.bursting_pdf, "too_much"), (hostile.wide_sheet, "too_much")],
)
def test_a_bomb_is_refused_within_a_second_and_200_mib(make: Callable[[], bytes], told: str, tmp_path: Path) -> None:
    """Measured from a small process: a child is counted with what its parent weighs."""
    file = tmp_path / "bomb"
    file.write_bytes(make())
    done = subprocess.run([sys.executable, "-c", MEASURED, str(ROOT), str(file)], capture_output=True, check=True)
    reason, seconds, mib = json.loads(done.stdout)
    assert reason == told
    assert seconds < 2  # twice the second, for a machine that does other things
    assert mib < 200


def test_a_document_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(NotRead) as refusal:
        read_apart(pdf("Labas."), seconds=0.01)
    assert refusal.value.reason == "too_much"


def test_pages_are_told_from_the_other_process() -> None:
    heard: list[tuple[int, int]] = []
    read_apart(pdf("Vienas #pagebreak() Du"), told=lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


def test_what_is_read_apart_is_what_is_read_here() -> None:
    from globa.documents.reading import read

    content = word("# I dalis", [["Metai", "Vaikai"], ["2023", "5"]], "Pabaiga.")
    assert read_apart(content, name="x.docx") == read(content)


def test_a_name_does_not_make_a_document() -> None:
    assert read_apart(lines("Metai|Vaikai", "2023|5"), name="planas.docx").kind == "txt"


def test_a_package_without_its_document_is_unknown_and_not_an_error() -> None:
    with pytest.raises(NotRead) as refusal:
        read_apart(packed({"word/other.xml": "<a/>"}))
    assert refusal.value.reason == "unknown"


@pytest.mark.parametrize(
    "line",
    [b"null", b"[]", b"{}", b"{", b'{"done": "x", "of": 1}', b'{"kind": "docx", "blocks": [["table"]]}', b'{"refused": "x", "values": 1}'],
)
def test_what_a_taken_over_process_says_is_not_believed(line: bytes) -> None:
    with pytest.raises(NotRead):
        _heard(line, unheard)
