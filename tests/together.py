"""Which worker does which tests, and what happens when one of them ends in the midst of a test."""

from __future__ import annotations

import re
from typing import Any

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

# What is made for all tests of these folders takes long: one worker runs them all.
FOLDERS = ("tests/config/backup/", "tests/demonstration/")
# The longest of all: one worker walks in Lithuanian, and sends the forms that it found; another one walks in English.
WALK = "tests/journeys/test_accessibility.py"
ALONG = "tests/journeys/test_empty_forms.py"
IN_ENGLISH = re.compile(r"\[en[-\]]")


class Together(LoadFileScheduling):
    """
    A file is the work of one worker, and so are some folders; the walk over every page is that of two.

    A worker ends in the midst of a test when the browser's driver gives no answer for `faulthandler_timeout` (what waits for a page
    gives up in half a minute; what asks the driver itself has no end). Its test is asked once more of another one; twice is a failure.
    """

    def __init__(self, config: Any, log: Any = None) -> None:
        super().__init__(config, log)
        self.ended_in: list[str] = []

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(WALK) and IN_ENGLISH.search(nodeid):
            return f"{WALK}[en]"
        if nodeid.startswith(ALONG):
            return WALK
        return next((folder for folder in FOLDERS if nodeid.startswith(folder)), super()._split_scope(nodeid))

    def _reschedule(self, node: Any) -> None:
        """A worker keeps its last test until it hears what comes next; one that came for somebody else would never hear it."""
        super()._reschedule(node)
        if not self.workqueue and not node.shutting_down:
            node.shutdown()

    def remove_node(self, node: Any) -> str | None:
        """Give what a worker left to the others; return the test in which it ended."""
        left = {scope: _undone(unit) for scope, unit in self.assigned_work.pop(node).items()}
        tests = [test for unit in left.values() for test in unit]
        if not tests:
            return None
        self.ended_in.append(tests[0])
        for scope, unit in left.items():
            if not self.asks_again(tests[0]):
                unit.pop(tests[0], None)
            if unit:
                self.workqueue.setdefault(scope, {}).update(unit)
        for other in self.assigned_work:
            self._reschedule(other)
        return tests[0]

    def asks_again(self, test: str) -> bool:
        return self.ended_in.count(test) == 1


def _undone(unit: dict[str, bool]) -> dict[str, bool]:
    return {test: False for test, is_done in unit.items() if not is_done}
