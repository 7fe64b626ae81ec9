"""The reader's language on the command line, known before Django is."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable

from globa.config import paths


def reader() -> str:
    """`GLOBA_LANGUAGE`, else what the system speaks, else Lithuanian."""
    said = next((os.environ[name] for name in ("GLOBA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "lt")
    return "en" if said.split(".")[0].split("_")[0].lower() in ("en", "c", "posix") else "lt"


def translator() -> Callable[[str], str]:
    folder = paths.ROOT / "globa" / "locale"
    return gettext.translation("django", folder, [reader()], fallback=True).gettext
