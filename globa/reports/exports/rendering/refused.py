"""Why a template was not taken, as a code and its values; the asking process has the sentences."""

from __future__ import annotations


class Refused(Exception):
    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values
