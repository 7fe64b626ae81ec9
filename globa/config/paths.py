"""Where things lie: the checkout, and the folder of everything a running Globa makes."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def var() -> Path:
    """The folder of the data, the keys and the locks: `GLOBA_VAR`, else `var/` in the checkout."""
    return Path(os.environ.get("GLOBA_VAR") or ROOT / "var").resolve()
