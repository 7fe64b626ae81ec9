"""
S6: a PDF of forty pages with tables, text and pictures.

Work is the processor time of this process and of the short-lived one that draws; the middle of several counts.
"""

from __future__ import annotations

import re
import resource
import time
from statistics import median

from msgspec.structs import replace

from benchmarks.goals import Goal, at_most
from globa.reports.document import Document
from globa.reports.exports import sample
from globa.reports.exports.export import export

PAGES, TIMES, SECONDS = 40, 5, 2
COUNTED = re.compile(rb"/Type/Pages/Count (\d+)|/Count (\d+)/")


def forty_pages() -> Goal:
    document = _of_pages(PAGES)
    taken = [_taken(document) for _time in range(TIMES)]
    return at_most(
        "S6", "a PDF of forty pages: seconds of work", median(work for work, _passed, _pages in taken), SECONDS,
        pages=taken[0][2], seconds_passed=round(median(passed for _work, passed, _pages in taken), 2),
    )  # fmt: skip


def _of_pages(wanted: int) -> Document:
    """The sample report so many times over that it fills the pages; every table with rows to break over."""
    one = sample.document()
    times = 1
    while _pages(export(_repeated(one, times), sample.SIGNED, "pdf")) < wanted:
        times += max(1, times // 4)
    return _repeated(one, times)


def _repeated(one: Document, times: int) -> Document:
    return replace(one, sections=one.sections * times)


def _taken(document: Document) -> tuple[float, float, int]:
    before, began = _work(), time.perf_counter()
    made = export(document, sample.SIGNED, "pdf")
    return _work() - before, time.perf_counter() - began, _pages(made)


def _work() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _pages(content: bytes) -> int:
    return max((int(one or other) for one, other in COUNTED.findall(content)), default=0)
