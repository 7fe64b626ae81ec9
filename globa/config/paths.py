"""Where things lie: the checkout, and the folder of everything a running Globa makes."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def guide() -> Path:
    """The guide's texts and pictures: in the checkout, or beside the pages in an installed package."""
    installed = ROOT / "globa" / "web" / "guide" / "docs"
    return installed if installed.is_dir() else ROOT / "docs" / "guide"


def var() -> Path:
    """The folder of the data, the keys and the locks: `GLOBA_VAR`, else `var/` in the checkout."""
    return Path(os.environ.get("GLOBA_VAR") or ROOT / "var").resolve()
