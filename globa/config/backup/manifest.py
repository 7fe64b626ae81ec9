"""What stands in a backup, said by the backup itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from globa.config.backup.contents import Contents
from globa.config.backup.key_marks import KeyMarks

FORMAT = 1


@dataclass(frozen=True)
class Packed:
    """One file inside the backup."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`server` and `tools` are major versions of PostgreSQL; `program` is Globa's version and, in a checkout, its commit."""

    id: str
    made_at: str
    program: str
    server: int
    tools: int
    roles: Mapping[str, str]
    keys: KeyMarks
    contents: Contents
    files: tuple[Packed, ...]
    format: int = FORMAT

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)

    @classmethod
    def read(cls, text: str) -> Self:
        """Raise ValueError, KeyError or TypeError for what is no manifest."""
        told: dict[str, Any] = json.loads(text)
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        keys = told["keys"] | {"needed": tuple(told["keys"]["needed"])}
        files = tuple(Packed(**one) for one in told["files"])
        return cls(**(told | {"keys": KeyMarks(**keys), "contents": Contents.read(told["contents"]), "files": files}))
