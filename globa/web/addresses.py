"""The addresses of many records of one page: the pattern is looked up once."""

from __future__ import annotations

import uuid

from django.urls import reverse


class Addresses:
    """`sample` stands where the key does; keys are such that nothing in them is quoted: ids and slugs."""

    def __init__(self, page: str, sample: uuid.UUID | str) -> None:
        self.before, _sample, self.after = reverse(page, args=[sample]).rpartition(str(sample))

    def of(self, key: uuid.UUID | str) -> str:
        return f"{self.before}{key}{self.after}"
